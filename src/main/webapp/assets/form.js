// Comfort for forms; every form works without it.
"use strict";

// After a refused form, the summary is what a person needs first.
const summary = document.getElementById("error-summary");
if (summary) summary.focus();

// A second press of the button would only send the same thing again.
for (const form of document.querySelectorAll("form")) {
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

// The door: the field is ready for the next ticket at once.
const code = document.querySelector("input[data-next]");
if (code && !summary) { code.focus(); code.select(); }
