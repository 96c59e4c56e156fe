// What is ticked for the sheets of a class goes along in every address of the list: to its next page, to another kind of work.
(() => {
  const form = document.querySelector('[data-ticks]');
  if (!form) return;
  const search = document.querySelector('.search-bar');
  const carry = () => {
    const chosen = [...form.querySelectorAll('[name=c]:checked')].map((each) => each.value);
    document.querySelectorAll('main a[href]').forEach((link) => {
      const address = new URL(link.href);
      if (address.pathname !== form.dataset.ticks) return;
      address.searchParams.delete('c');
      chosen.forEach((code) => address.searchParams.append('c', code));
      link.href = address;
    });
    search.querySelectorAll('[name=c]').forEach((each) => each.remove());
    search.append(...chosen.map((code) => Object.assign(document.createElement('input'), { type: 'hidden', name: 'c', value: code })));
  };
  form.addEventListener('change', carry);
})();
