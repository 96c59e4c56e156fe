// What was typed and not sent: kept on this device, in this tab, until the server has answered that it was saved. When the same page is
// opened again with something else in it (the session ended, the machine was switched off, somebody went back), it is offered.
//
// Kept for the person who typed it (the body names them by a seal), never for anybody else, and gone when they sign out themselves.
// Passwords, files and searches are not kept.
"use strict";
{
  const PREFIX = "draft:";
  const SENT = "draft-sent";
  const MORE = "draft-more";
  const TO = "draft-to";
  const words = document.body.dataset;
  const person = words.person || "";
  // What was typed for a company is offered on its pages only, and deleted by nobody but its owner.
  const own = PREFIX + person;
  const mine = own + (words.company ? "~" + words.company : "") + ":";
  const ofOwn = (key) => key.startsWith(own + ":") || key.startsWith(own + "~");

  // Who typed as a visitor and signs in from there goes on with it: of that page only, which the sign-in leads back to.
  const next = new URL(location.href).searchParams.get("next");
  if (!person && next) sessionStorage.setItem(TO, next.split("?")[0]);
  else if (!person) sessionStorage.removeItem(TO);
  if (person && sessionStorage.getItem(TO)) {
    const visitors = PREFIX + ":" + sessionStorage.getItem(TO) + "#";
    for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(visitors))) {
      sessionStorage.setItem(mine + key.slice(PREFIX.length + 1), sessionStorage.getItem(key));
    }
    sessionStorage.removeItem(TO);
  }

  // Other people's words are nobody's business; a visitor has no name, and their words stay until the tab is closed.
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && person && !ofOwn(key)) sessionStorage.removeItem(key);
  }

  // The server's answer to a form that was saved says so once; kept in the address it would be said again and again.
  const address = new URL(location.href);
  if (address.searchParams.has("saved") || document.querySelector("[data-saved]")) {
    const sent = sessionStorage.getItem(SENT);
    if (sent) sessionStorage.removeItem(sent);
    address.searchParams.delete("saved");
    history.replaceState(history.state, "", address);
  }
  sessionStorage.removeItem(SENT);

  // A page that answers a form with its mistakes is, for the browser, the answer to that form: going back to it would ask whether to send
  // it again. From now on it is the page at this address.
  history.replaceState(history.state, "", location.href);

  const TYPED = /^(text|email|tel|url|number|date|time|month|datetime-local|textarea|select-one|select-multiple|checkbox|radio)$/;
  const nameOf = (field) => (field.dataset.key || field.name || field.id)
    + (field.type === "radio" || (field.type === "checkbox" && field.value !== "on" && field.value !== "true") ? "=" + field.value : "");
  const valueOf = (field) => field.type === "checkbox" || field.type === "radio" ? field.checked
    : field.type === "select-multiple" ? [...field.selectedOptions].map((each) => each.value) : field.value;
  const put = (field, value) => {
    if (field.type === "checkbox" || field.type === "radio") field.checked = value;
    else if (field.type === "select-multiple") [...field.options].forEach((each) => { each.selected = value.includes(each.value); });
    else field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const forms = [...document.forms].filter((form) => form.method === "post"
    && form.dataset.draft !== "no" && !form.querySelector("input[type=password]"));
  document.addEventListener("submit", (event) => {
    const key = event.target.dataset.keptAs;
    if (key) sessionStorage.setItem(SENT, key);
    if (event.target.dataset.draft === "sign-out") {
      Object.keys(sessionStorage).filter(ofOwn).forEach((each) => sessionStorage.removeItem(each));
    }
  });

  // What is folded together shows no offer: it stands before that, and opens it when it is taken.
  const folded = (form) => {
    const boxes = [];
    for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) if (!box.open) boxes.push(box);
    return boxes;
  };
  const outside = (form) => {
    const box = folded(form).pop();
    return box ? box.closest(".desk-bar") || box : form;
  };

  forms.forEach((form, place) => {
    // What is ticked in a list of the desks is kept by that list, over its pages.
    // The number of what was chosen from the register belongs to the name beside it, and comes after it.
    const fields = () => [...form.elements].filter((each) => (TYPED.test(each.type) || each.dataset.chosen) && nameOf(each) && !each.readOnly
      && !each.closest(".desk-pick") && !(each.type === "text" && each.closest(".finder") && !each.name));
    // A form that begins without a row has fields later.
    if (!fields().length && !form.querySelector("[data-adds]")) return;
    const key = mine + location.pathname + "#" + (form.id || place);
    form.dataset.keptAs = key;
    const values = () => Object.fromEntries(fields().map((each) => [nameOf(each), valueOf(each)]));
    const served = values();
    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    form.addEventListener("input", () => {
      try {
        sessionStorage.setItem(key, JSON.stringify(values()));
      } catch {
        // More than a browser keeps: nothing rather than what stood there before.
        sessionStorage.removeItem(key);
      }
    });
    const more = JSON.parse(sessionStorage.getItem(MORE) || "null");
    // After a refused form the page has what was typed.
    if (kept && more && more.key === key) restore(form, fields, kept, key, more.missing);
    else if (kept && !document.getElementById("error-summary")) offer(form, fields, served, kept, key);
  });

  function missingOf(fields, kept) {
    const there = new Set(fields().map(nameOf));
    return Object.entries(kept).filter(([name, value]) => !there.has(name) && typeof value === "string" && value.trim());
  }

  // Rows that were added since the page was opened are added again, by the form's own button and one after the other: the server
  // knows what a row is made of. What still has no place is shown, so that it can be copied.
  function restore(form, fields, kept, key, before) {
    sessionStorage.removeItem(MORE);
    fields().forEach((field) => { if (nameOf(field) in kept) put(field, kept[nameOf(field)]); });
    const missing = missingOf(fields, kept);
    const adds = form.querySelector("[data-adds]");
    if (adds && missing.length && (before === undefined || missing.length < before)) {
      sessionStorage.setItem(MORE, JSON.stringify({ key, missing: missing.length }));
      adds.click();
      return;
    }
    // After the press, which closes panels that it is not in.
    setTimeout(() => folded(form).forEach((box) => { box.open = true; }));
    if (!missing.length) return;
    const note = document.createElement("div");
    note.className = "notice";
    note.setAttribute("role", "status");
    const list = document.createElement("ul");
    list.append(...missing.map(([, value]) => Object.assign(document.createElement("li"), { textContent: value })));
    note.append(Object.assign(document.createElement("p"), { textContent: words.restoreRest }), list);
    outside(form).before(note);
  }

  function offer(form, fields, served, kept, key) {
    const missing = missingOf(fields, kept);
    const other = Object.entries(kept).some(([name, value]) => name in served && !same(served[name], value));
    if (!other && !missing.length) return;
    const note = document.createElement("div");
    note.className = "notice";
    note.setAttribute("role", "status");
    const lead = document.createElement("p");
    lead.textContent = words.restoreLead;
    const button = (text, id, work) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button secondary small";
      if (!document.getElementById(id)) made.id = id;
      made.dataset.act = id;
      made.textContent = text;
      made.addEventListener("click", work);
      return made;
    };
    const again = button(words.restore, "restore-draft", () => { note.remove(); restore(form, fields, kept, key); });
    const forget = button(words.restoreNo, "forget-draft", () => { sessionStorage.removeItem(key); note.remove(); });
    const buttons = document.createElement("p");
    buttons.className = "actions";
    buttons.append(again, forget);
    note.append(lead, buttons);
    outside(form).before(note);
  }
}
