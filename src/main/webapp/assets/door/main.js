// The door: reads tickets on the device itself, keeps every fact before it answers, and reports when there is a network. Here the
// hands that use the page meet what the other modules do.
import { createCamera } from "./camera.js";
import { createJudge } from "./judge.js";
import { digits, plausible } from "./portal.js";
import { openStore } from "./store.js";
import { createSync } from "./sync.js";
import {
  $, askAbout, cameAlong, clear, clock, counters, offer, root, say, scrollToResult, show, showHelp, showLine, showState, shownRegistration, showsFact,
  showWhen, words,
} from "./view.js";

// Whoever types while the page is still reading what it keeps is answered as soon as it has.
let setUp;
const started = new Promise((resolve) => { setUp = resolve; });

$("typed").addEventListener("submit", async (event) => {
  event.preventDefault();
  await started;
  const field = $("code");
  const read = field.value.trim();
  if (!read) { say(words.missing); field.focus(); return; }
  say("");
  field.value = "";
  field.focus();
  if (over()) return;
  const code = digits(read);
  if (code && !plausible(code)) {
    present("MISREAD", null, await sync.keep({ kind: "SCAN", read: code, answered: "MISREAD" }));
    sync.report();
    return;
  }
  await scan(read);
});

const session = root.dataset.session;
const base = root.dataset.base;
const store = await openStore(session);
await store.wipeOld();
const judge = createJudge(session);
judge.take(await store.list());
const sync = await createSync(store, judge, session, base, { answered, impossible, changed: status, shutOut });
setUp();

/** What "let in all the same" and "take back" are about. */
let lastFact = null;

async function status() {
  showState(judge, sync.state(), await store.queue());
  showLine(judge, choose);
}

// Whoever holds it now sees nothing of what was here.
function shutOut() {
  clear();
  lastFact = null;
}

/** @return true on a phone that was shut out: it lets nobody in, keeps nothing and says so */
function stopped() {
  if (!sync.isShut()) return false;
  show("SHUT", null, null);
  return true;
}

/** Without a list nobody can be told apart any more. */
function over() {
  if (stopped()) return true;
  if (sync.state().standing !== "ENDED") return false;
  say(words.ended);
  return true;
}

async function done() {
  await status();
  sync.report();
}

function present(outcome, person, fact) {
  const listed = person && judge.person(person.registration);
  show(outcome, person, fact, listed);
  askAbout(listed && (outcome === "OK" || outcome === "ALREADY") ? judge.questions(listed) : [], async (question, value, said) => {
    await sync.keep({ kind: "ANSWER", registration: listed.registration, question: question.id, value });
    said();
    await done();
  });
}

// The ticket may have been made a minute ago, or another device was first.
function answered(answer) {
  if (!lastFact || lastFact.nonce !== answer.nonce) return;
  const { outcome, name, presentSince, registration, recordedBy } = answer;
  if (outcome === "ALREADY" && recordedBy && presentSince) {
    showWhen(words.firstBy.replace("{0}", clock(presentSince)).replace("{1}", recordedBy));
  }
  if (lastFact.answered !== outcome && lastFact.kind === "SCAN" && !lastFact.forced && outcome !== "IMPOSSIBLE") {
    const person = judge.person(registration);
    present(outcome, { name, presentSince, registration, role: person && person.role }, lastFact);
  }
}

// A result that is still green says so.
function impossible(fact) {
  if (!showsFact(fact.nonce)) return;
  const person = judge.person(fact.registration);
  present("UNKNOWN", { name: fact.name || (person && person.name) }, fact);
  showHelp(words.aside.replace("{0}", 1));
}

async function scan(read) {
  if (over()) return;
  const { person, fact } = await judge.reading(read);
  await checkIn(person, fact);
}

async function checkIn(person, fact) {
  if (over()) return;
  // As it was before this fact: the result says since when somebody is here.
  const before = person && { ...person };
  lastFact = await sync.keep({ ...fact, answered: judge.answer(person) });
  if (!person) {
    await unknown(lastFact);
    return;
  }
  present(lastFact.answered, before, lastFact);
  await done();
}

// The ticket may be newer than the list: the server is asked before anybody is sent away.
async function unknown(fact) {
  if (!sync.state().away) {
    say(words.asking);
    await Promise.race([sync.report(), new Promise((resolve) => setTimeout(resolve, 4000))]);
    if (!(await sync.waits(fact))) {
      if (!showsFact(fact.nonce)) present("UNKNOWN", null, fact);
      sync.refresh();
      return;
    }
  }
  present("UNKNOWN", null, fact);
  await done();
}

async function choose(person) {
  if (over()) return;
  if (person.registration) await checkIn(person, { kind: "SCAN", registration: person.registration });
  else {
    // Came without a registration: is here already, and can be taken back.
    lastFact = { kind: "WALK_IN", nonce: person.nonce, name: person.name };
    present("ALREADY", person, lastFact);
  }
  $("search").value = "";
  $("walk-in").reset();
  $("walk-said").textContent = "";
  $("found").replaceChildren();
  $("twins").replaceChildren();
  scrollToResult();
}

$("search").addEventListener("input", () => {
  const found = judge.search($("search").value);
  $("search-said").textContent = !found ? words.three : found.length ? "" : words.nobody;
  offer($("found"), found || [], choose);
});

$("force").addEventListener("click", async () => {
  if (!lastFact || over()) return;
  const { registration, read, answered: before } = lastFact;
  lastFact = await sync.keep({ kind: "SCAN", registration, read, answered: before, forced: true });
  const person = judge.person(registration);
  present("OK", person ? { name: person.name, role: person.role, registration } : null, lastFact);
  await done();
});

$("undo").addEventListener("click", async () => {
  const undone = lastFact;
  if (!undone || over()) return;
  // A second press before the first is kept takes nobody else back.
  lastFact = null;
  const { registration } = undone;
  lastFact = await sync.keep({ kind: "UNDO", registration, undoes: undone.nonce, walkIn: undone.kind === "WALK_IN" });
  present("UNDONE", { name: registration ? judge.person(registration).name : undone.name }, lastFact);
  await done();
});

$("companions").addEventListener("submit", async (event) => {
  event.preventDefault();
  const person = judge.person(shownRegistration());
  const came = cameAlong();
  if (!person || !came) return;
  await sync.keep({ kind: "COMPANIONS", registration: person.registration, ...came, answered: "OK" });
  $("companions-said").textContent = words.companions.replace("{0}", came.companions);
  await done();
});

$("walk-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = $("walk-in");
  const name = $("walk-name").value.trim();
  const role = $("walk-role").value;
  if (!name || !role) { $("walk-said").textContent = words.walkin; (name ? $("walk-role") : $("walk-name")).focus(); return; }
  if (over()) return;
  if (judge.early() || judge.off()) { $("walk-said").textContent = judge.off() ? words.off : words.early; return; }
  // Who stands on the list already is checked in there; a second press says that it is somebody else.
  const twins = judge.namesakes(name);
  if (twins.length && form.dataset.asked !== name) {
    form.dataset.asked = name;
    $("walk-said").textContent = words.twins;
    offer($("twins"), twins, choose);
    return;
  }
  delete form.dataset.asked;
  $("twins").replaceChildren();
  $("walk-said").textContent = "";
  lastFact = await sync.keep({ kind: "WALK_IN", name, reading: $("walk-reading").value.trim(), role, answered: "OK" });
  form.reset();
  present("OK", { name, role }, lastFact);
  scrollToResult();
  await done();
});

counters().forEach((counter) => {
  const role = counter.dataset.count;
  const press = async (delta) => {
    if (!judge.list() || judge.early() || judge.off() || (delta < 0 && !(judge.clicked(role) > 0))) return;
    await sync.keep({ kind: "CLICK", role, delta });
    await done();
  };
  counter.querySelector("[data-more]").addEventListener("click", () => press(1));
  counter.querySelector("[data-less]").addEventListener("click", () => press(-1));
});

$("called").addEventListener("submit", async (event) => {
  event.preventDefault();
  await sync.call($("called-name").value.trim());
  $("called-said").textContent = words.calledsaid;
  await done();
});

$("wipe").addEventListener("click", async () => {
  const waiting = (await store.everything()).filter((fact) => fact.session === session);
  if (waiting.length) {
    // A phone that was shut out has nobody to send it to: whoever presses again knows what is lost.
    if (!sync.isShut()) { $("wipe-said").textContent = words.wipewaits; return; }
    if (!$("wipe").dataset.asked) {
      $("wipe").dataset.asked = "yes";
      $("wipe-said").textContent = words.wipesealed.replace("{0}", waiting.length);
      return;
    }
    await store.drop(waiting.map((fact) => fact.nonce));
  }
  await store.forget();
  for (const name of await caches.keys()) for (const page of [base, base + "/helper"]) await (await caches.open(name)).delete(page);
  location.href = words.home;
});

$("camera").addEventListener("click", createCamera($("video"), {
  read: scan,
  running(yes) {
    if (yes) say("");
    $("camera").textContent = yes ? words.camerastop : words.camera;
  },
  missing: () => say(words.nocamera),
}));

addEventListener("online", () => { sync.online(); sync.report().then(sync.refresh); });
addEventListener("offline", () => { sync.offline(); status(); });

async function keepPage() {
  await navigator.serviceWorker.register(words.worker, { scope: words.scope });
  await navigator.serviceWorker.ready;
  // The page that was open before the worker came is kept as well.
  const here = await fetch(location.pathname, { redirect: "manual" }).catch(() => null);
  if (here && here.ok) {
    const name = (await caches.keys()).find((each) => each.startsWith("door-"));
    if (name) await (await caches.open(name)).put(location.pathname, here);
  }
  root.dataset.kept = "yes";
}

if ("serviceWorker" in navigator) keepPage().catch(() => {});
if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
for (const fact of await store.queue()) judge.remember(fact);
$("called-name").value = (await store.phone()).called;
await status();
await sync.report();
await sync.refresh();
sync.others();
setInterval(sync.report, 5000);
setInterval(sync.refresh, 20000);
