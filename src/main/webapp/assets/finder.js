// Found, not scrolled to: a list of many choices gets a field in which one types (the WAI-ARIA pattern "combobox with list"), and a field
// with data-finder offers what the register has. Without this a select stays a select, and what was typed is looked up by the server.
"use strict";
{
  const words = document.currentScript.dataset;
  // As many as one can look over at once.
  const FEW = 30;
  const SHOWN = 50;
  const PAUSE = 250;

  // As the lists compare: width, case, hiragana and katakana are one.
  const folded = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60)).replace(/\s+/g, " ").trim();
  let number = 0;

  /**
   * What a field and the list under it do, whatever stands in the list.
   * offers(words): what is offered, a list or the promise of one; each has label, about and value.
   * take(choice): what happens to one that is taken. leave(): what happens when the field is left without one.
   */
  function combobox(field, offers, take, leave) {
    const list = document.createElement("ul");
    list.id = "found-" + (++number);
    list.className = "finder-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words.list);
    list.hidden = true;
    const said = document.createElement("span");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    const box = document.createElement("span");
    box.className = "finder";
    field.before(box);
    box.append(field, list, said);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-autocomplete", "list");
    field.autocomplete = "off";
    let shown = [];
    let at = -1;
    let asked = 0;

    const close = () => {
      list.hidden = true;
      at = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const mark = (place) => {
      at = place;
      [...list.querySelectorAll("[role=option]")].forEach((item, i) => {
        item.setAttribute("aria-selected", String(i === at));
        if (i === at) {
          field.setAttribute("aria-activedescendant", item.id);
          item.scrollIntoView({ block: "nearest" });
        }
      });
    };
    const open = async (typed) => {
      const mine = ++asked;
      const found = await offers(typed);
      // Somebody has typed on meanwhile, or gone.
      if (mine !== asked || !found) return;
      shown = found.slice(0, SHOWN);
      list.replaceChildren(...shown.map((choice, i) => {
        const item = document.createElement("li");
        item.id = list.id + "-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.append(choice.label);
        if (choice.about) item.append(Object.assign(document.createElement("span"), { className: "meta", textContent: choice.about }));
        // The field keeps the focus.
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => { close(); take(choice); });
        return item;
      }));
      said.textContent = found.length ? words.some.replace("0", found.length) : words.none;
      if (!found.length) {
        const item = document.createElement("li");
        item.className = "finder-none";
        item.setAttribute("role", "option");
        item.setAttribute("aria-disabled", "true");
        item.setAttribute("aria-selected", "false");
        item.textContent = words.none;
        list.append(item);
      }
      list.hidden = false;
      at = -1;
      field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-expanded", "true");
    };
    let later;
    field.addEventListener("input", () => {
      clearTimeout(later);
      if (!offers.slow) {
        open(field.value);
        return;
      }
      // What stands there was offered for other words: until the new ones have an answer there is nothing to take.
      asked++;
      shown = [];
      close();
      later = setTimeout(() => open(field.value), PAUSE);
    });
    field.addEventListener("click", () => { if (list.hidden && !offers.slow) open(""); });
    field.addEventListener("keydown", (event) => {
      // The Enter that ends the input of kana; some browsers say so by the number alone.
      if (event.isComposing || event.keyCode === 229) return;
      const down = event.key === "ArrowDown";
      if (down || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open(offers.slow ? field.value : "");
        else if (shown.length) mark(down ? (at + 1) % shown.length : (at <= 0 ? shown.length : at) - 1);
      } else if (event.key === "Enter" && !list.hidden) {
        // Enter takes what is marked; with nothing marked it takes the only one there is, and sends nothing half chosen.
        event.preventDefault();
        const choice = at >= 0 ? shown[at] : shown.length === 1 ? shown[0] : null;
        if (choice) { close(); take(choice); }
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      }
    });
    field.addEventListener("blur", () => { asked++; clearTimeout(later); close(); leave(); });
    return open;
  }

  const text = (option) => option.textContent.replace(/\s+/g, " ").trim();
  const matching = (all, typed) => {
    const parts = folded(typed).split(" ").filter(Boolean);
    return all.filter((each) => parts.every((part) => each.folded.includes(part)));
  };
  const choices = (select) => [...select.options].map((option) => ({ label: text(option), value: option.value, option, folded: folded(text(option)) }));

  // The field takes the select's place and its name for labels and mistakes; the select stays what is sent.
  function inPlaceOf(select) {
    const field = document.createElement("input");
    field.type = "text";
    field.className = "finder-field";
    if (select.id) {
      field.id = select.id;
      select.id += "-choice";
    }
    for (const name of ["aria-label", "aria-labelledby", "aria-describedby", "aria-invalid"]) {
      if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    }
    field.placeholder = words.type;
    select.before(field);
    select.hidden = true;
    return field;
  }

  function one(select) {
    const field = inPlaceOf(select);
    const show = () => { field.value = select.selectedIndex >= 0 ? text(select.options[select.selectedIndex]) : ""; };
    combobox(field, (typed) => matching(choices(select), typed), (choice) => {
      choice.option.selected = true;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      select.dispatchEvent(new Event("input", { bubbles: true }));
      field.select();
    }, show);
    field.addEventListener("focus", () => field.select());
    select.addEventListener("change", show);
    show();
  }

  // Several: what is chosen stands above the field, each with a button that takes it away again.
  function several(select) {
    const field = inPlaceOf(select);
    const chosen = document.createElement("ul");
    chosen.className = "finder-chosen";
    const change = () => {
      select.dispatchEvent(new Event("change", { bubbles: true }));
      select.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const show = () => chosen.replaceChildren(...choices(select).filter((each) => each.option.selected).map((each) => {
      const item = document.createElement("li");
      const away = document.createElement("button");
      away.type = "button";
      away.className = "button secondary small";
      away.textContent = "×";
      away.setAttribute("aria-label", words.away.replace("0", each.label));
      away.addEventListener("click", () => { each.option.selected = false; change(); field.focus(); });
      item.append(each.label, away);
      return item;
    }));
    combobox(field, (typed) => matching(choices(select).filter((each) => !each.option.selected), typed), (choice) => {
      choice.option.selected = true;
      field.value = "";
      change();
    }, () => { field.value = ""; });
    field.closest(".finder").before(chosen);
    select.addEventListener("change", show);
    show();
  }

  // What the register has: the name is shown, its number is sent beside it as long as the name is the one that was taken.
  function ofRegister(field) {
    const id = document.getElementById(field.dataset.finderId);
    const when = field.dataset.finderWhen ? field.dataset.finderWhen.split("=") : null;
    let name = id.value ? field.value : "";
    const offers = async (typed) => {
      if (!typed.trim() || (when && document.getElementById(when[0]).value !== when[1])) return null;
      const answer = await fetch(field.dataset.finder + "?q=" + encodeURIComponent(typed)).catch(() => null);
      return answer && answer.ok ? answer.json() : null;
    };
    offers.slow = true;
    combobox(field, offers, (choice) => {
      field.value = name = choice.label;
      id.value = choice.value;
      // For what keeps the typed text.
      id.dispatchEvent(new Event("input", { bubbles: true }));
      const then = document.getElementById(field.dataset.finderThen);
      if (then) then.click();
    }, () => {});
    // Typed on, or brought back by what keeps typed text, which brings the number back as well, and after it.
    const other = () => { if (field.value !== name) id.value = ""; };
    field.addEventListener("input", other, true);
    field.addEventListener("change", other, true);
    id.addEventListener("change", () => { name = id.value ? field.value : ""; });
  }

  for (const select of document.querySelectorAll("main select")) {
    if (select.options.length > FEW && !select.disabled) (select.multiple ? several : one)(select);
  }
  for (const field of document.querySelectorAll("input[data-finder]")) ofRegister(field);
}
