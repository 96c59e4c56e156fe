// What is seen and heard. The page's texts are in its own markup; nothing here decides anything about a person.

export const $ = (id) => document.getElementById(id);
export const root = $("door");
export const words = root.dataset;

const result = $("result");
const GREEN = ["OK", "ALREADY"];
const MOST_COMPANIONS = 200;
const MAY_BE_LET_IN = ["CANCELLED", "OTHER_SESSION", "WAITING"];

/** The fact and the registration that the result on the screen is about. */
let shown = { nonce: "", registration: null };
let audio = null;

export const showsFact = (nonce) => shown.nonce === nonce;
export const shownRegistration = () => shown.registration;
export const say = (text) => { $("said").textContent = text; };
export const clock = (time) => new Date(time).toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Tokyo" });

const roleWord = (role) => ($("role-" + role) ? $("role-" + role).textContent : "");

/**
 * @param person {name, role, presentSince, where, registration}, as far as known; null for nobody
 * @param listed the same person on the list, where companions are set; undefined when there is none
 */
export function show(outcome, person, fact, listed) {
  const known = person || {};
  result.hidden = false;
  say("");
  shown = { nonce: fact ? fact.nonce : "", registration: known.registration };
  result.className = "scan " + (GREEN.includes(outcome) ? outcome : outcome === "UNDONE" ? "ALREADY" : "refused");
  const word = $("word-" + outcome) || $("word-UNKNOWN");
  $("result-title").textContent = word.dataset.title;
  $("result-help").textContent = word.dataset.help;
  $("result-who").textContent = known.name || "";
  $("result-role").textContent = known.role ? roleWord(known.role) : "";
  $("result-when").textContent = outcome === "ALREADY" && known.presentSince
    ? words.first.replace("{0}", clock(known.presentSince)) : known.where || "";
  result.querySelectorAll("[data-icon]").forEach((icon) => {
    icon.toggleAttribute("hidden", !icon.dataset.icon.split(" ").includes(outcome));
  });
  $("force").hidden = !(known.registration && MAY_BE_LET_IN.includes(outcome));
  // Also of somebody who was let in long ago, at whichever door.
  $("undo").hidden = !GREEN.includes(outcome);
  $("companions-said").textContent = "";
  $("companions").hidden = !(listed && (listed.companions > 0 || Object.keys(listed.kinds || {}).length) && GREEN.includes(outcome));
  if (listed) showKinds(listed);
  sound(outcome);
  seen();
}

/** A field for each kind of people who come along; one field where a list of former times knows their number only. */
function showKinds(listed) {
  const kinds = Object.entries(listed.kinds || {});
  const place = $("companions-kinds");
  const fields = kinds.length ? kinds : [["", listed.companions]];
  place.replaceChildren(...fields.flatMap(([role, count], i) => {
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.id = i ? "companions-count-" + role : "companions-count";
    label.htmlFor = field.id;
    label.textContent = fields.length > 1 ? roleWord(role) : place.dataset.label;
    Object.assign(field, { type: "number", min: 0, max: MOST_COMPANIONS, inputMode: "numeric", value: count });
    field.dataset.role = role;
    return [label, field];
  }));
}

/** What stands in the fields: how many came along, and how many of each kind; null when that is no number of people. */
export function cameAlong() {
  const fields = [...$("companions-kinds").querySelectorAll("input")];
  const counts = fields.map((field) => Number(field.value));
  const companions = counts.reduce((sum, count) => sum + count, 0);
  if (companions > MOST_COMPANIONS || counts.some((count) => !Number.isInteger(count) || count < 0)) return null;
  const kinds = Object.fromEntries(fields.map((field, i) => [field.dataset.role, counts[i]]).filter(([role]) => role));
  return Object.keys(kinds).length ? { companions, kinds } : { companions };
}

/** On a small screen the heading says it all: it must not be above or below what is seen. */
function seen() {
  const { top, bottom } = $("result-title").getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) result.scrollIntoView({ block: "start" });
}

/** Nothing green stays on a phone that was shut out, and no name. */
export function clear() {
  result.hidden = true;
  shown = { nonce: "", registration: null };
  for (const place of ["result-title", "result-who", "result-role", "result-when", "result-help", "walk-said", "search-said"]) {
    $(place).textContent = "";
  }
  for (const place of ["found", "twins", "line", "asked"]) $(place).replaceChildren();
  $("search").value = "";
  $("walk-in").reset();
}

export const showHelp = (text) => { $("result-help").textContent = text; };
export const showWhen = (text) => { $("result-when").textContent = text; };
export const scrollToResult = () => result.scrollIntoView({ block: "start" });

/** What the organiser wants to know at the door; `tell` keeps the answer like every other fact. */
export function askAbout(questions, tell) {
  $("asked").replaceChildren(...questions.map((question) => {
    const form = document.createElement("form");
    form.className = "asked";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const label = document.createElement("label");
    label.textContent = question.text;
    label.htmlFor = "asked-" + question.id;
    const field = question.options.length ? choice(question) : line(question);
    field.id = "asked-" + question.id;
    const button = document.createElement("button");
    button.className = "button secondary small";
    button.textContent = words.answer;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const value = field.multiple ? [...field.selectedOptions].map((option) => option.value).join("\n") : field.value.trim();
      if (!value) return;
      await tell(question, value, () => { said.textContent = words.answered.replace("{0}", value.replace(/\n/g, " / ")); });
    });
    form.append(label, field, button, said);
    return form;
  }));
}

function choice(question) {
  const field = document.createElement("select");
  field.multiple = question.kind === "SOME";
  if (!field.multiple) field.append(new Option("\u2014", ""));
  question.options.forEach((option) => field.append(new Option(option, option)));
  return field;
}

function line(question) {
  const field = document.createElement("input");
  field.type = "text";
  field.maxLength = 1000;
  if (question.kind === "NUMBER") field.inputMode = "numeric";
  return field;
}

/** People of the list to choose from; namesakes are told apart by reading, role and the end of their number. */
export function offer(place, found, choose) {
  place.replaceChildren(...found.map((person) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button secondary";
    button.textContent = person.name;
    const note = document.createElement("span");
    note.className = "meta";
    note.textContent = [person.reading, roleWord(person.role),
      person.ending ? words.ending.replace("{0}", person.ending) : words.walkedIn,
      person.presentSince ? words.there + " " + clock(person.presentSince) : "", person.where].filter(Boolean).join(" \u00b7 ");
    button.addEventListener("click", () => choose(person));
    item.append(button, " ", note);
    return item;
  }));
}

function sound(outcome) {
  if (!$("sound").checked) return;
  audio = audio || new AudioContext();
  const tones = outcome === "OK" ? [880, 1320] : outcome === "ALREADY" || outcome === "UNDONE" ? [660, 660] : [220, 180];
  tones.forEach((frequency, i) => {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.type = outcome === "OK" ? "sine" : "square";
    tone.connect(audio.destination);
    tone.start(audio.currentTime + i * 0.12);
    tone.stop(audio.currentTime + i * 0.12 + 0.1);
  });
  if (navigator.vibrate) navigator.vibrate(outcome === "OK" ? 60 : [80, 60, 80]);
}

export const counters = () => [...document.querySelectorAll("[data-count]")];

/** Came by an invitation and has no account to sign in with. */
const isHelper = () => location.pathname.endsWith("/helper");

const STANDS = { SHUT: "shut", RECORDS: "records", ENDED: "ended" };

/**
 * @param network what the other side last said: {away, standing, refused, aside, sealed, device, called}
 * @param waiting facts that the server has not answered
 */
export function showState(judge, network, waiting) {
  const { away, standing, refused, aside, sealed } = network;
  const ready = !!judge.list();
  const said = waiting.filter(isOfSomebody).length;
  $("present").textContent = ready ? judge.present() : "\u2013";
  $("registered").textContent = ready ? judge.registered() : "\u2013";
  $("early").hidden = !judge.early();
  $("off").hidden = !judge.off();
  const line = $("status");
  line.className = "notice" + (STANDS[standing] || away || refused || aside || judge.off() ? " warn" : ready ? " success" : "");
  line.textContent = [
    STANDS[standing] ? words[STANDS[standing]] : refused ? (isHelper() ? words.helperrefused : words.refused) : !ready ? (away ? words.nothing : words.loading)
      : away ? words.away : words.online,
    sealed ? words.sealed.replace("{0}", sealed) : "",
    said ? words.waitingWords.replace("{0}", said) : "",
    aside ? words.aside.replace("{0}", aside) : "",
  ].filter(Boolean).join(" ");
  $("sign-in").hidden = !refused || standing === "SHUT" || isHelper();
  $("phone").textContent = network.device
    ? words.phone.replace("{0}", network.called || words.unnamed).replace("{1}", network.device) : "";
  root.dataset.waiting = waiting.length + sealed;
  root.dataset.ready = ready ? "yes" : "no";
  root.dataset.standing = standing;
  counters().forEach((counter) => { counter.querySelector("output").textContent = judge.clicked(counter.dataset.count); });
}

/** A number that was misread, or somebody who was sent away, is nobody who waits to be counted. */
const isOfSomebody = (fact) => fact.kind !== "SCAN" || fact.forced || GREEN.includes(fact.answered);

/** Who waits for a seat, in order; the first is called first. */
export function showLine(judge, choose) {
  const people = judge.line();
  const free = judge.free();
  $("line-part").hidden = !people.length;
  $("line-said").textContent = free === null ? "" : words.free.replace("{0}", free);
  const place = $("line");
  const now = people.map((person) => person.registration).join(" ");
  if (place.dataset.of === now) return;
  place.dataset.of = now;
  offer(place, people, choose);
}
