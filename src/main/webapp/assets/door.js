// The door: reads tickets on the device itself, keeps every fact before it answers, and reports when there is a network.
"use strict";
(async () => {
  const root = document.getElementById("door");
  const session = root.dataset.session;
  const base = location.pathname;
  const words = root.dataset;
  const $ = (id) => document.getElementById(id);

  // --- what is on the device -------------------------------------------------------------------------------------
  const store = await new Promise((resolve, reject) => {
    const open = indexedDB.open("tsunagu-door", 1);
    open.onupgradeneeded = () => {
      open.result.createObjectStore("kept");
      open.result.createObjectStore("queue", { keyPath: "nonce" });
    };
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const ask = (name, mode, work) => new Promise((resolve, reject) => {
    const transaction = store.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request && request.result);
    transaction.onerror = () => reject(transaction.error);
  });
  const kept = (key) => ask("kept", "readonly", (s) => s.get(key));
  const keep = (key, value) => ask("kept", "readwrite", (s) => s.put(value, key));
  const queue = async () => (await ask("queue", "readonly", (s) => s.getAll())).filter((f) => f.session === session);

  // Lists whose time is over are wiped, whichever door is opened; facts that were not reported stay until they are.
  for (const key of await ask("kept", "readonly", (s) => s.getAllKeys())) {
    const value = await kept(key);
    if (value && value.wipeAt && value.wipeAt < Date.now()) await ask("kept", "readwrite", (s) => s.delete(key));
  }

  let device = await kept("device:" + session);
  let list = await kept("list:" + session);
  let people = new Map();
  let byHash = new Map();
  let lastFact = null;
  // How many the server could not keep: shown as done here, looked at by staff there. Never forgotten without a word.
  let aside = (await kept("aside:" + session)) || 0;

  function index() {
    people = new Map();
    byHash = new Map();
    for (const person of list ? list.people : []) {
      people.set(person.r, person);
      byHash.set(person.h, person);
    }
    // A code counts for this session first, then for the event's other ones.
    for (const person of list ? list.people : []) {
      if (person.s === "OTHER" && !byHash.has(person.c)) byHash.set(person.c, person);
    }
    for (const person of list ? list.people : []) if (person.s !== "OTHER") byHash.set(person.c, person);
  }
  index();

  // --- the network -----------------------------------------------------------------------------------------------
  // One after the other: an answer that was asked for earlier must not overwrite what was reported since.
  let turn = Promise.resolve();
  const inTurn = (work) => (turn = turn.then(work, work));
  const SLOW = 15000;
  const request = (path, options) => fetch(base + path, { ...options, signal: AbortSignal.timeout(SLOW) }).catch(() => null);

  let away = !navigator.onLine;
  let shut = false;
  let refused = false;
  const headers = () => ({ "X-Door-Device": device ? device.secret : "", "Content-Type": "application/json" });

  async function open() {
    if (device) return true;
    const answer = await request("/device", { method: "POST", redirect: "manual" });
    away = !answer;
    refused = !!answer && answer.status !== 201;
    if (!answer || answer.status !== 201) return false;
    device = await answer.json();
    await keep("device:" + session, device);
    return true;
  }

  const refresh = () => inTurn(takeList);
  const report = () => inTurn(sendFacts);

  async function takeList() {
    if (!(await open())) return status();
    const answer = await request("/list", { headers: headers() });
    away = !answer || answer.status >= 500;
    shut = !!answer && answer.status === 401;
    if (answer && answer.ok) {
      const fresh = await answer.json();
      fresh.off = fresh.now - Date.now();
      list = fresh;
      index();
      // What is still on its way is true already.
      for (const fact of await queue()) remember(fact);
      await keep("list:" + session, list);
    }
    await status();
  }

  async function sendFacts() {
    if (!(await open())) return status();
    for (let facts = await queue(); facts.length && !shut; facts = await queue()) {
      const batch = facts.sort((a, b) => a.time - b.time).slice(0, 50);
      const answer = await request("/facts", {
        method: "POST", headers: headers(), body: JSON.stringify({ now: Date.now(), facts: batch }),
      });
      away = !answer || answer.status >= 500;
      shut = !!answer && answer.status === 401;
      if (!answer || !answer.ok) break;
      const { answers } = await answer.json();
      const done = answers.filter((a) => a.outcome);
      await ask("queue", "readwrite", (s) => { done.forEach((a) => s.delete(a.nonce)); });
      done.forEach(learn);
      const impossible = done.filter((a) => a.outcome === "IMPOSSIBLE").map((a) => batch.find((fact) => fact.nonce === a.nonce));
      if (impossible.length) {
        impossible.forEach(takeBack);
        aside += impossible.length;
        await keep("aside:" + session, aside);
      }
      if (done.length < batch.length) break;
    }
    await status();
  }

  // --- what a fact means here --------------------------------------------------------------------------------------
  function remember(fact) {
    const person = people.get(fact.r);
    if (fact.kind === "SCAN" && person && (fact.answered === "OK" || fact.forced)) person.at = person.at || fact.time;
    if (fact.kind === "UNDO" && person) delete person.at;
    if (fact.kind === "UNDO" && fact.walkIn) list.walkIns = Math.max(0, (list.walkIns || 0) - 1);
    if (fact.kind === "COMPANIONS" && person) person.k = fact.companions;
    if (fact.kind === "CLICK") list.clicked[fact.role] = Math.max(0, (list.clicked[fact.role] || 0) + fact.delta);
    if (fact.kind === "WALK_IN") list.walkIns = (list.walkIns || 0) + 1;
  }

  // It was not to be kept: what it did here is undone, and a result that is still green says so.
  function takeBack(fact) {
    const person = people.get(fact.r);
    if (fact.kind === "SCAN" && person && person.at === fact.time) delete person.at;
    if (fact.kind === "WALK_IN" && list) list.walkIns = Math.max(0, (list.walkIns || 0) - 1);
    if (result.dataset.nonce === fact.nonce) {
      show("UNKNOWN", { n: fact.name || (person && person.n) }, fact);
      $("result-help").textContent = words.aside.replace("{0}", 1);
    }
  }

  // What the server found: another device may have been first, or the ticket was made a minute ago.
  function learn(answer) {
    const person = people.get(answer.r);
    if (person && answer.at) person.at = answer.at;
    if (lastFact && lastFact.nonce === answer.nonce && answer.outcome === "ALREADY" && answer.by && answer.at) {
      $("result-when").textContent = words.firstBy.replace("{0}", clock(answer.at)).replace("{1}", answer.by);
    }
    if (lastFact && lastFact.nonce === answer.nonce && lastFact.answered !== answer.outcome
        && lastFact.kind === "SCAN" && !lastFact.forced && answer.outcome !== "IMPOSSIBLE") {
      show(answer.outcome, { n: answer.n, at: answer.at, role: person && person.role, r: answer.r }, lastFact);
    }
  }

  async function keepFact(fact) {
    fact.session = session;
    fact.nonce = fact.nonce || nonce();
    fact.time = fact.time || Date.now();
    await ask("queue", "readwrite", (s) => s.put(fact));
    remember(fact);
    if (list) await keep("list:" + session, list);
    return fact;
  }

  const nonce = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

  async function hash(text) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").slice(0, 22);
  }

  const digits = (text) => text.normalize("NFKC").replace(/[\s.\-\u2010-\u2015\u2212\u30fc\u30fb]/g, "");

  async function scan(read) {
    const code = digits(read);
    const person = byHash.get(await hash(/^\d{8}$/.test(code) ? session + ":" + code : read.trim()));
    await judged(person, { kind: "SCAN", read: /^\d{8}$/.test(code) ? code : read.trim().slice(0, 200), r: person && person.r });
  }

  // Before the day it may be tried out, and counts for nothing.
  const early = () => !!list && Date.now() + (list.off || 0) < list.opensAt;

  async function judged(person, fact) {
    if (!person) {
      fact.answered = "UNKNOWN";
      lastFact = await keepFact(fact);
      // The ticket may be newer than the list: the server is asked before anybody is sent away.
      if (!away) {
        say(words.asking);
        await Promise.race([report(), new Promise((resolve) => setTimeout(resolve, 4000))]);
        if (!(await queue()).some((f) => f.nonce === fact.nonce)) {
          if (result.dataset.nonce !== fact.nonce) show("UNKNOWN", null, fact);
          refresh();
          return;
        }
      }
      show("UNKNOWN", null, fact);
    } else {
      const refusal = { CANCELLED: "CANCELLED", LAPSED: "CANCELLED", WAITING: "WAITING", OFFERED: "WAITING", APPLIED: "WAITING", REFUSED: "CANCELLED", OTHER: "OTHER_SESSION" }[person.s];
      const before = person.at;
      fact.answered = early() ? "NOT_OPEN" : before ? "ALREADY" : refusal || "OK";
      lastFact = await keepFact(fact);
      show(fact.answered, { n: person.n, role: person.role, at: before, where: person.where, r: person.r }, lastFact);
    }
    await status();
    report();
  }

  // --- what is seen and heard ------------------------------------------------------------------------------------
  const result = $("result");
  const clock = (time) => new Date(time).toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Tokyo" });

  function show(outcome, person, fact) {
    result.hidden = false;
    say("");
    result.dataset.nonce = fact ? fact.nonce : "";
    result.dataset.r = person && person.r ? person.r : "";
    $("companions-said").textContent = "";
    result.className = "scan " + (outcome === "OK" || outcome === "ALREADY" ? outcome : outcome === "UNDONE" ? "ALREADY" : "refused");
    const word = $("word-" + outcome) || $("word-UNKNOWN");
    $("result-title").textContent = word.dataset.title;
    $("result-help").textContent = word.dataset.help;
    $("result-who").textContent = person && person.n ? person.n : "";
    $("result-role").textContent = person && person.role && $("role-" + person.role) ? $("role-" + person.role).textContent : "";
    $("result-when").textContent = outcome === "ALREADY" && person && person.at ? words.first.replace("{0}", clock(person.at)) : (person && person.where) || "";
    result.querySelectorAll("[data-icon]").forEach((icon) => { icon.toggleAttribute("hidden", !icon.dataset.icon.split(" ").includes(outcome)); });
    $("force").hidden = !(person && person.r && ["CANCELLED", "OTHER_SESSION", "WAITING"].includes(outcome));
    $("undo").hidden = !(outcome === "OK");
    const group = person && people.get(person.r);
    $("companions").hidden = !(group && group.k > 0 && (outcome === "OK" || outcome === "ALREADY"));
    if (group) $("companions-count").value = group.k;
    askAbout(outcome === "OK" || outcome === "ALREADY" ? group : null);
    sound(outcome);
  }

  // What the organiser wants to know at the door; the answer waits in the queue like everything else.
  function askAbout(person) {
    const asked = person ? (list.questions || []).filter((q) => !q.role || q.role === person.role) : [];
    $("asked").replaceChildren(...asked.map((question) => {
      const form = document.createElement("form");
      form.className = "asked";
      const said = document.createElement("span");
      said.setAttribute("role", "status");
      const label = document.createElement("label");
      label.textContent = question.text;
      label.htmlFor = "asked-" + question.id;
      const tell = async (value) => {
        if (!value) return;
        await keepFact({ kind: "ANSWER", r: person.r, question: question.id, value });
        said.textContent = words.answered.replace("{0}", value.replace(/\n/g, " / "));
        await status();
        report();
      };
      let field;
      if (question.options.length) {
        field = document.createElement("select");
        field.multiple = question.kind === "SOME";
        if (!field.multiple) field.append(new Option("\u2014", ""));
        question.options.forEach((option) => field.append(new Option(option, option)));
      } else {
        field = document.createElement("input");
        field.type = "text";
        field.maxLength = 1000;
        if (question.kind === "NUMBER") field.inputMode = "numeric";
      }
      field.id = "asked-" + question.id;
      const button = document.createElement("button");
      button.className = "button secondary small";
      button.textContent = words.answer;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        tell(field.multiple ? [...field.selectedOptions].map((o) => o.value).join("\n") : field.value.trim());
      });
      form.append(label, field, button, said);
      return form;
    }));
  }

  function say(text) { $("said").textContent = text; }

  let audio = null;
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

  async function status() {
    const waiting = (await queue()).length;
    const all = list ? list.people : [];
    // Somebody with tickets for two sessions of the event is one person here; those who came along count.
    const present = new Map(all.filter((p) => p.at).map((p) => [p.p, 1 + p.k]));
    if (list) $("present").textContent = [...present.values()].reduce((sum, persons) => sum + persons, (list && list.walkIns) || 0);
    if (list) $("registered").textContent = all.filter((p) => p.s === "CONFIRMED").reduce((sum, p) => sum + 1 + p.e, 0);
    $("early").hidden = !early();
    const line = $("status");
    line.className = "notice" + (shut || away || refused || aside ? " warn" : list ? " success" : "");
    line.textContent = shut || refused ? words.shut : !list ? (away ? words.nothing : words.loading)
      : (away ? words.away : words.online) + (waiting ? " " + words.waitingWords.replace("{0}", waiting) : "")
        + (aside ? " " + words.aside.replace("{0}", aside) : "");
    $("sign-in").hidden = !(shut || refused);
    root.dataset.waiting = waiting;
    root.dataset.ready = list ? "yes" : "no";
    document.querySelectorAll("[data-count]").forEach((button) => {
      button.querySelector("output").textContent = (list && list.clicked[button.dataset.count]) || 0;
    });
  }

  // --- hands -----------------------------------------------------------------------------------------------------
  $("typed").addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = $("code");
    const read = field.value.trim();
    if (!read) { say(words.missing); field.focus(); return; }
    say("");
    field.value = "";
    field.focus();
    const code = digits(read);
    if (/^\d{8}$/.test(code) && !plausible(code)) {
      show("MISREAD", null, await keepFact({ kind: "SCAN", read: code, answered: "MISREAD" }));
      report();
      return;
    }
    await scan(read);
  });

  // The last digit is the check digit (Damm): a misread number is told from a strange one.
  const DAMM = ["0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"];
  const plausible = (code) => [...code].reduce((interim, digit) => Number(DAMM[interim][Number(digit)]), 0) === 0;

  $("search").addEventListener("input", () => {
    const wanted = plain($("search").value);
    const found = wanted.length < 3 ? [] : (list ? list.people : []).filter((p) => plain(p.n).includes(wanted) || plain(p.y).includes(wanted)).slice(0, 20);
    $("search-said").textContent = wanted.length < 3 ? words.three : found.length ? "" : words.nobody;
    offer($("found"), found);
  });

  // Names are compared without width, spaces and the difference of hiragana and katakana.
  const plain = (text) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

  // People of the list to choose from; namesakes are told apart by reading, role and the end of their number.
  function offer(place, found) {
    place.replaceChildren(...found.map((person) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button secondary";
      button.textContent = person.n;
      const note = document.createElement("span");
      note.className = "meta";
      const role = $("role-" + person.role);
      note.textContent = [person.y, role ? role.textContent : "", words.ending.replace("{0}", person.d),
        person.at ? words.there + " " + clock(person.at) : "", person.where].filter(Boolean).join(" \u00b7 ");
      button.addEventListener("click", async () => {
        await judged(person, { kind: "SCAN", r: person.r });
        $("search").value = "";
        $("walk-in").reset();
        $("walk-said").textContent = "";
        $("found").replaceChildren();
        $("twins").replaceChildren();
        result.scrollIntoView({ block: "start" });
      });
      item.append(button, " ", note);
      return item;
    }));
  }

  $("force").addEventListener("click", async () => {
    const person = people.get(lastFact.r);
    lastFact = await keepFact({ kind: "SCAN", r: lastFact.r, read: lastFact.read, answered: lastFact.answered, forced: true });
    show("OK", person ? { n: person.n, role: person.role, r: person.r } : null, lastFact);
    await status();
    report();
  });

  $("undo").addEventListener("click", async () => {
    const undone = lastFact;
    lastFact = await keepFact({ kind: "UNDO", r: undone.r, undoes: undone.nonce, walkIn: undone.kind === "WALK_IN" });
    show("UNDONE", undone.r ? { n: people.get(undone.r).n } : { n: undone.name }, lastFact);
    await status();
    report();
  });

  $("companions").addEventListener("submit", async (event) => {
    event.preventDefault();
    const person = people.get(Number(result.dataset.r));
    const count = Number($("companions-count").value);
    if (!person || !Number.isInteger(count) || count < 0 || count > 200) return;
    person.k = count;
    await keepFact({ kind: "COMPANIONS", r: person.r, companions: count, answered: "OK" });
    $("companions-said").textContent = words.companions.replace("{0}", count);
    await status();
    report();
  });

  $("walk-in").addEventListener("submit", async (event) => {
    event.preventDefault();
    const name = $("walk-name").value.trim();
    const role = $("walk-role").value;
    if (!name || !role) { $("walk-said").textContent = words.walkin; (name ? $("walk-role") : $("walk-name")).focus(); return; }
    if (early()) { $("walk-said").textContent = words.early; return; }
    // Who stands on the list already is checked in there; a second press says that it is somebody else.
    const twins = list ? list.people.filter((p) => plain(p.n) === plain(name)) : [];
    if (twins.length && $("walk-in").dataset.asked !== name) {
      $("walk-in").dataset.asked = name;
      $("walk-said").textContent = words.twins;
      offer($("twins"), twins);
      return;
    }
    delete $("walk-in").dataset.asked;
    $("twins").replaceChildren();
    $("walk-said").textContent = "";
    lastFact = await keepFact({ kind: "WALK_IN", name, reading: $("walk-reading").value.trim(), role, answered: "OK" });
    $("walk-in").reset();
    show("OK", { n: name, role }, lastFact);
    result.scrollIntoView({ block: "start" });
    await status();
    report();
  });

  document.querySelectorAll("[data-count]").forEach((button) => {
    const press = async (delta) => {
      if (!list || early() || (delta < 0 && !(list.clicked[button.dataset.count] > 0))) return;
      await keepFact({ kind: "CLICK", role: button.dataset.count, delta });
      await status();
      report();
    };
    button.querySelector("[data-more]").addEventListener("click", () => press(1));
    button.querySelector("[data-less]").addEventListener("click", () => press(-1));
  });

  $("wipe").addEventListener("click", async () => {
    if ((await queue()).length) { $("wipe-said").textContent = words.wipewaits; return; }
    await ask("kept", "readwrite", (s) => { s.delete("list:" + session); s.delete("device:" + session); });
    for (const name of await caches.keys()) await (await caches.open(name)).delete(base);
    location.href = words.home;
  });

  // --- the camera ------------------------------------------------------------------------------------------------
  let stream = null;
  let lastRead = "";
  let lastReadAt = 0;
  $("camera").addEventListener("click", async () => {
    const video = $("video");
    if (stream) {
      stream.getTracks().forEach((track) => track.stop());
      stream = null;
      video.hidden = true;
      $("camera").textContent = words.camera;
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
    } catch {
      say(words.nocamera);
      return;
    }
    say("");
    video.srcObject = stream;
    video.hidden = false;
    $("camera").textContent = words.camerastop;
    await video.play();
    look();
  });

  main(); // of qr.js: offers decodeQr
  const canvas = document.createElement("canvas");
  function look() {
    if (!stream) return;
    const video = $("video");
    const scale = Math.min(1, 640 / (video.videoWidth || 640));
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    if (width && height) {
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      context.drawImage(video, 0, 0, width, height);
      const rgba = context.getImageData(0, 0, width, height).data;
      const grey = new Uint8Array(width * height);
      for (let i = 0, p = 0; p < grey.length; i += 4, p++) grey[p] = (rgba[i] * 77 + rgba[i + 1] * 151 + rgba[i + 2] * 28) >> 8;
      const read = decodeQr(grey, width, height);
      // The same ticket stays in front of the camera for a while; it was read once.
      if (read && (read !== lastRead || Date.now() - lastReadAt > 5000)) {
        lastRead = read;
        lastReadAt = Date.now();
        scan(read);
      } else if (read) {
        lastReadAt = Date.now();
      }
    }
    setTimeout(look, 120);
  }

  // --- begin -----------------------------------------------------------------------------------------------------
  addEventListener("online", () => { away = false; report().then(refresh); });
  addEventListener("offline", () => { away = true; status(); });
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(words.worker, { scope: words.scope }).then(() => navigator.serviceWorker.ready).then(async () => {
      // The page that was open before the worker came is kept as well.
      const here = await fetch(base, { redirect: "manual" }).catch(() => null);
      if (here && here.ok) {
        const name = (await caches.keys()).find((each) => each.startsWith("door-"));
        if (name) await (await caches.open(name)).put(base, here);
      }
      root.dataset.kept = "yes";
    }).catch(() => {});
  }
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  for (const fact of await queue()) if (list) remember(fact);
  await status();
  await report();
  await refresh();
  setInterval(report, 5000);
  setInterval(refresh, 20000);
})();
