// Keep: the list stays on this device; with an account it moves there, and the account is the list.
(() => {
  const KEY = 'tsunagu.keep';
  const account = document.body.dataset.account;
  let kept = [];
  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch { return []; } };
  const write = () => { try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* private window: this page only */ } };
  const post = (body) => fetch(account, { method: 'POST', body: new URLSearchParams(body) }).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status));

  const show = () => {
    document.querySelectorAll('[data-keep]').forEach((button) => {
      button.hidden = false;
      const on = kept.includes(button.dataset.keep);
      button.setAttribute('aria-pressed', String(on));
      button.querySelector('.keep-word').hidden = on;
      button.querySelector('.kept-word').hidden = !on;
    });
    document.querySelectorAll('[data-kept-count]').forEach((count) => {
      count.hidden = !kept.length;
      count.textContent = kept.length;
    });
  };

  const toggle = (item) => {
    const add = !kept.includes(item);
    kept = add ? [...kept, item] : kept.filter((each) => each !== item);
    show();
    if (account) {
      post([[add ? 'add' : 'remove', item]]).then((list) => { kept = list; show(); }).catch(() => {
        kept = add ? kept.filter((each) => each !== item) : [...kept, item];
        show();
      });
    } else {
      write();
    }
  };

  // The page of kept things asks for them by address, so that it needs no other way to the portal.
  const openList = () => {
    const page = document.querySelector('[data-keep-page]');
    if (!page || location.search || !kept.length) return;
    const names = { COMPANY: 'company', JOB: 'job', INTERNSHIP: 'internship', EVENT: 'event' };
    const address = new URLSearchParams(kept.slice(-60).map((item) => item.split(':')).map(([kind, code]) => [names[kind], code]));
    location.replace(page.dataset.keepPage + '?' + address);
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-keep]');
    if (button) toggle(button.dataset.keep);
    if (event.target.closest('[data-print]')) window.print();
  });
  // Four at most are compared: the fifth cannot be ticked, and the bar says how many are.
  document.querySelectorAll('.compare-form').forEach((form) => {
    const boxes = [...form.querySelectorAll('input[name=c]')];
    const words = form.querySelector('[data-compare]');
    const hint = words && words.textContent;
    const count = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      boxes.forEach((box) => { box.disabled = !box.checked && chosen >= 4; });
      if (words) words.textContent = chosen ? words.dataset.compare.replace('%d', chosen) : hint;
    };
    form.addEventListener('change', count);
    window.addEventListener('pageshow', count);
    count();
  });
  // What is not chosen need not be in the address.
  document.querySelectorAll('.finder-form').forEach((form) => form.addEventListener('formdata', (event) => {
    [...event.formData.entries()].filter(([, value]) => value === '').forEach(([name]) => event.formData.delete(name));
  }));
  document.querySelectorAll('[data-print]').forEach((button) => { button.hidden = false; });

  if (account) {
    const device = read();
    post(device.map((item) => ['add', item])).then((list) => {
      kept = list;
      const left = device.filter((item) => !list.includes(item));
      try { if (left.length) localStorage.setItem(KEY, JSON.stringify(left)); else localStorage.removeItem(KEY); } catch { /* nothing was there */ }
      show();
      openList();
    }).catch(() => { kept = device; show(); });
  } else {
    kept = read();
    show();
    openList();
  }
})();
