// Comfort for forms; every form works without it.
"use strict";

// After a refused form, the summary is what a person needs first.
const summary = document.getElementById("error-summary");
if (summary) {
  // A sentence may fit several fields: its label says which, where the sentence does not.
  for (const link of summary.querySelectorAll("a[href^='#']")) {
    const id = link.getAttribute("href").slice(1);
    const named = document.querySelector("label[for='" + CSS.escape(id) + "'], #" + CSS.escape(id) + " > legend");
    // Words and, in plain Japanese, their readings: what follows them says only whether the field has to be filled in.
    const name = [];
    for (const node of named ? named.childNodes : []) {
      if (node.className === "read") name.push(node.cloneNode(true));
      else if (node.nodeType === 3 && node.data.trim()) name.push(node.data.trim());
      else if (name.length && node.nodeType === 1) break;
    }
    const said = link.textContent.includes(name.map((each) => each.textContent || each).join(""));
    if (name.length && !said) link.prepend(...name, ": ");
  }
  // In the order in which the fields stand on the page.
  const place = (item) => { const link = item.querySelector("a"); return link && document.getElementById(link.getAttribute("href").slice(1)); };
  const items = [...summary.querySelectorAll("li")].sort((one, other) => {
    const [first, second] = [place(one), place(other)];
    return first && second ? (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1) : first ? 1 : second ? -1 : 0;
  });
  summary.querySelector("ul").append(...items);
  summary.focus();
}

// A file that is too large is said to be when it is chosen: sent, it would end on a page of the browser, and what was typed with it.
for (const chooser of document.querySelectorAll("input[type=file]")) {
  const trouble = document.createElement("p");
  trouble.className = "field-error";
  trouble.setAttribute("role", "alert");
  // Photos are kept small however large they come; everything else is kept as it is.
  const limits = document.body.dataset;
  const photo = (file) => file.type.startsWith("image/") && chooser.accept.includes("image/");
  const over = (file) => file.size > Number(photo(file) ? limits.pictureMost : limits.fileMost);
  const tooLarge = () => {
    const large = [...chooser.files].find(over);
    if (large) trouble.textContent = photo(large) ? limits.pictureLarge : limits.fileLarge;
    return Boolean(large);
  };
  chooser.addEventListener("change", (event) => {
    if (tooLarge()) {
      chooser.before(trouble);
      event.stopImmediatePropagation();
    } else trouble.remove();
  });
  if (chooser.form) {
    chooser.form.addEventListener("submit", (event) => {
      if (!tooLarge()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      chooser.focus();
    });
  }
}

// A second press of the button would only send the same thing again.
// What fetches a file leaves the page where it is, and can be pressed again.
for (const form of document.querySelectorAll("form:not([data-file])")) {
  form.addEventListener("submit", () => {
    setTimeout(() => form.querySelectorAll("input[type=submit], button").forEach((b) => { b.disabled = true; }), 0);
  });
}
// A page that comes back out of the browser's memory has its buttons again.
addEventListener("pageshow", () => {
  document.querySelectorAll("input[type=submit][disabled], button[disabled]:not([hidden])").forEach((b) => { b.disabled = false; });
});

for (const field of document.querySelectorAll("input[data-show]")) {
  const label = document.createElement("label");
  label.className = "check show-password";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
  label.append(box, field.dataset.show);
  field.after(label);
}

// How good a new password is, in words, while it is typed. The server decides; here is counted, and known is what everybody knows.
for (const field of document.querySelectorAll("input[data-strength]")) {
  const words = JSON.parse(field.dataset.strength);
  const known = words.known.sort((one, other) => other.length - one.length);
  const said = document.createElement("p");
  said.className = "hint strength";
  said.id = field.id + "-strength";
  said.setAttribute("role", "status");
  field.after(said);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${said.id}`.trim());
  const judge = () => {
    const length = [...field.value].length;
    let rest = field.value.normalize("NFKC").toLowerCase();
    let worth = 0;
    for (const word of known) {
      if (rest.includes(word)) {
        rest = rest.split(word).join(" ");
        worth += 1;
      }
    }
    const letters = [...rest.replace(/(.)\1+/gu, "$1").replace(/[\s\d]+/gu, " ").replace(/ /gu, "")];
    worth += letters.length;
    const weak = new Set(field.value).size < 6 || worth < 8;
    const kind = !length ? "" : length < words.shortest ? "short" : weak ? "weak" : length < 20 ? "good" : "strong";
    said.dataset.kind = kind;
    said.textContent = kind ? words[kind].replace("{0}", length).replace("{1}", words.shortest - length) : "";
  };
  let later;
  // Said when typing pauses: a voice that reads every letter's verdict helps nobody.
  field.addEventListener("input", () => { clearTimeout(later); later = setTimeout(judge, 400); });
}

// The door: the field is ready for the next ticket at once.
const code = document.querySelector("input[data-next]");
if (code && !summary) { code.focus(); code.select(); }

// A table from a file, Excel or CSV: turned into text by the server and put into the form, so that it is looked at first.
// A workbook with several sheets offers them; rows that are hidden are left out, and it is said.
for (const box of document.querySelectorAll("[data-table-file]")) {
  box.hidden = false;
  const target = document.getElementById(box.dataset.tableFile);
  const trouble = box.querySelector("[role=alert]");
  const said = box.querySelector("[data-said]");
  const choice = box.querySelector("[data-sheets]");
  const sheets = choice.querySelector("select");
  const input = box.querySelector("input");
  const kept = document.getElementById("kept");
  const read = async (sheet) => {
    const file = input.files[0];
    if (!file) return;
    const body = new FormData();
    body.append("file", file);
    const answer = await fetch(box.dataset.reader + "&sheet=" + encodeURIComponent(sheet), { method: "POST", body });
    trouble.hidden = answer.ok;
    choice.hidden = true;
    said.textContent = "";
    if (!answer.ok) {
      trouble.textContent = answer.status === 422 ? await answer.text() : trouble.dataset.away;
      return;
    }
    const table = await answer.json();
    target.value = table.text;
    // One that is too long to be sent to and fro stays with the server, and the form carries its name.
    if (kept) kept.value = table.kept;
    said.textContent = table.said;
    // For what keeps the typed text (kept-text.js): without it, it would offer the empty box from before the file was read.
    target.dispatchEvent(new Event("input", { bubbles: true }));
    choice.hidden = table.sheets.length < 2;
    sheets.replaceChildren(...table.sheets.map((name) => new Option(name, name, false, name === table.sheet)));
  };
  input.addEventListener("change", () => read(""));
  sheets.addEventListener("change", () => read(sheets.value));
}

// Work that goes on without this page: how far it is is asked anew until it has ended. Nothing else on the page moves meanwhile.
const going = () => document.querySelector("[data-going]");
const askHowFar = async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (answer && answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-going]");
    if (!fresh) return location.reload();
    going().replaceWith(fresh);
  }
  setTimeout(askHowFar, 2000);
};
if (going()) setTimeout(askHowFar, 2000);

// A page as its readers will see it, while it is written: empty parts are not there.
const preview = document.getElementById("preview");
if (preview) {
  preview.hidden = false;
  const show = () => preview.querySelectorAll("[data-preview]").forEach((part) => {
    const said = document.getElementById(part.dataset.preview).value.trim();
    part.textContent = said;
    part.hidden = !said;
    const head = part.previousElementSibling;
    if (head && head.tagName === "H4") head.hidden = !said;
  });
  show();
  addEventListener("input", show);
}

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
// Questions that are asked of some only: the others do not see them. Without this everybody sees all, and the server knows.
const questions = [...document.querySelectorAll("[data-question]")];
if (questions.length) {
  const role = document.getElementById("role");
  const said = (box) => [...box.querySelectorAll("input:checked, textarea, input[type=text]")].map((e) => e.value);
  const look = () => {
    for (const box of questions) {
      const other = box.dataset.when && document.querySelector('[data-question="' + box.dataset.when + '"]');
      const asked = (!box.dataset.role || !role || role.value === box.dataset.role)
        && (!other || (!other.hidden && said(other).includes(box.dataset.value)));
      box.hidden = !asked;
    }
  };
  look();
  addEventListener("change", look);
}

// A fair's booths show a code; the phone that holds the ticket knows whose visit it is. Forgotten a day after the event.
const ticket = document.querySelector("[data-ticket]");
for (const key of Object.keys(localStorage).filter((each) => each.startsWith("ticket:"))) {
  if (Number(localStorage.getItem(key).split(" ")[1]) < Date.now()) localStorage.removeItem(key);
}
if (ticket && ticket.dataset.ticket) {
  localStorage.setItem("ticket:" + ticket.dataset.event, ticket.dataset.ticket + " " + ticket.dataset.until);
}
const booth = document.querySelector("[data-booth-of]");
if (booth && localStorage.getItem("ticket:" + booth.dataset.boothOf)) {
  location.replace(booth.dataset.tickets + localStorage.getItem("ticket:" + booth.dataset.boothOf).split(" ")[0] + "/booths#booth-" + booth.dataset.booth);
}
// Parts that hold something, or something wrong, are open.
for (const part of document.querySelectorAll("details[data-open=true]")) part.open = true;

// Weights are moved and looked at at once; without this the button does it.
for (const form of document.querySelectorAll("[data-moves]")) {
  const button = document.getElementById(form.dataset.moves);
  form.addEventListener("change", () => button.click());
}

// What is handed on is copied by one press, where the browser lets us; without it the field is there to be marked.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const field = document.getElementById(button.dataset.copy);
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.parentElement.querySelector("[role=status]").textContent = button.closest("[data-copied]").dataset.copied;
  });
}

// What a day is called in the era, beside the field that knows it as numbers only.
if (document.documentElement.lang.startsWith("ja")) {
  const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese",
    { era: "long", year: "numeric", month: "long", day: "numeric", weekday: "short", timeZone: "UTC" });
  for (const day of document.querySelectorAll("input[type=date]")) {
    const said = document.createElement("output");
    said.className = "era";
    if (day.id) said.htmlFor = day.id;
    const say = () => {
      const at = day.valueAsDate;
      // The calendar was another one before.
      said.textContent = at && at.getUTCFullYear() > 1872 && at.getUTCFullYear() < 10000 ? era.format(at) : "";
    };
    (day.parentElement.matches(".pair") ? day.parentElement : day).after(said);
    day.addEventListener("input", say);
    say();
  }
}
