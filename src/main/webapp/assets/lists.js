// Comfort for the lists of the desks; every list works without it.
"use strict";

// One panel at a time; Escape and a press elsewhere close it.
const panels = () => document.querySelectorAll(".desk-tools > .desk-more[open], .desk-nav details[open]");
document.addEventListener("toggle", (event) => {
  if (!event.target.matches || !event.target.matches(".desk-tools > .desk-more[open], .desk-nav details[open]")) return;
  for (const other of panels()) if (other !== event.target) other.open = false;
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of panels()) {
    panel.open = false;
    panel.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const panel of panels()) if (!panel.contains(event.target)) panel.open = false;
});

// Empty conditions have no place in an address that is kept or sent to a colleague.
for (const form of document.querySelectorAll(".desk form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    const chosen = new Set();
    for (const [name, value] of [...event.formData.entries()]) {
      if (value === "") event.formData.delete(name);
      else if (name === "cols") chosen.add(value);
    }
    if (chosen.size) event.formData.set("cols", [...chosen].join("."));
  });
}

// What is ticked stays ticked on the other pages of the list, as long as the window is open and until something is done with it.
for (const desk of document.querySelectorAll(".desk")) {
  const said = desk.querySelector(".desk-picked");
  if (!said) continue;
  const place = "desk-picks " + document.body.dataset.person + " " + location.pathname + " " + desk.dataset.desk;
  const boxes = [...desk.querySelectorAll("input[name=pick]")];
  const form = said.closest("form");
  let picks = new Set(JSON.parse(sessionStorage.getItem(place) || "[]"));
  // What is done is done: the answer to an act begins anew.
  if (/[?&]done=/.test(location.search)) picks = new Set();
  const id = (value) => value.split(":")[0];
  const did = new Set((said.dataset.did || "").split(" "));
  picks = new Set([...picks].filter((each) => !did.has(id(each))));
  const show = () => {
    sessionStorage.setItem(place, JSON.stringify([...picks]));
    said.textContent = picks.size ? said.dataset.some.replace("0", picks.size) : said.dataset.none;
    if (all) {
      all.checked = boxes.length > 0 && boxes.every((box) => box.checked);
      all.indeterminate = !all.checked && boxes.some((box) => box.checked);
    }
  };
  const head = desk.querySelector("th.desk-pick");
  const all = head && boxes.length ? document.createElement("input") : null;
  for (const box of boxes) {
    // Another version is another record as far as the person knows: what is ticked is what is seen now.
    const before = [...picks].find((each) => id(each) === id(box.value));
    if (before) {
      picks.delete(before);
      picks.add(box.value);
    }
    box.checked = box.checked || !!before;
    if (box.checked) picks.add(box.value);
    box.addEventListener("change", () => {
      if (box.checked) picks.add(box.value);
      else picks.delete(box.value);
      show();
    });
  }
  if (all) {
    all.type = "checkbox";
    all.setAttribute("aria-label", head.textContent);
    head.textContent = "";
    head.append(all);
    all.addEventListener("change", () => {
      for (const box of boxes) {
        box.checked = all.checked;
        if (all.checked) picks.add(box.value);
        else picks.delete(box.value);
      }
      show();
    });
  }
  form.addEventListener("formdata", (event) => {
    const here = new Set(boxes.map((box) => box.value));
    for (const each of picks) if (!here.has(each)) event.formData.append("pick", each);
  });
  show();
}
