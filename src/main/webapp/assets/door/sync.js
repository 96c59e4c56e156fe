// Between this device and the server: opens the device once, keeps every fact before anybody is answered, reports the facts and
// fetches the list. Tells the page by the calls of `tell` what came of it.
import { newKey, sealed, unsealed } from "./seal.js";

const SLOW = 15000;
const BATCH = 50;

const nonce = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

/**
 * @param tell {answered(answer), impossible(fact), changed(), shutOut()}: the server's answer to a fact, a fact it could not keep, that
 *   something of what is shown may be different now, and that this phone was shut out
 */
export async function createSync(store, judge, session, base, tell) {
  const [phone, known, wasShut, wasSealed, wasAside] =
    await Promise.all([store.phone(), store.device(), store.isShut(), store.sealed(), store.aside()]);
  let device = known;
  let away = !navigator.onLine;
  // What the server said of this phone: OPEN, ENDED (its time is over), SHUT, RECORDS (shut out, but its records are taken).
  let standing = wasShut ? "SHUT" : "OPEN";
  let refused = false;
  let renamed = false;
  let sealedFacts = wasSealed.length;
  // How many the server could not keep: shown as done here, looked at by staff there. Never forgotten without a word.
  let aside = wasAside;

  // One after the other: an answer that was asked for earlier must not overwrite what was reported since.
  let turn = Promise.resolve();
  const inTurn = (work) => (turn = turn.then(work, work));
  const request = (path, options) => fetch(base + path, { ...options, signal: AbortSignal.timeout(SLOW) }).catch(() => null);
  const headers = () => ({
    "X-Door-Device": device ? device.secret : "", "X-Door-Protocol": "2", "Content-Type": "application/json",
  });
  const isShut = () => standing === "SHUT" || standing === "RECORDS";

  async function open() {
    if (device) return true;
    const answer = await request("/device", {
      method: "POST", redirect: "manual", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ phone: phone.key, called: phone.called }),
    });
    away = !answer;
    if (answer && answer.status === 401) {
      await stands("SHUT");
      return false;
    }
    refused = !!answer && answer.status !== 201;
    if (!answer || refused) return false;
    device = await answer.json();
    await store.keepDevice(device);
    return true;
  }

  async function heard(answer) {
    away = !answer || answer.status >= 500;
    if (answer && answer.status === 401) await stands((await answer.json().catch(() => ({}))).state || "SHUT");
    return !!answer && answer.ok;
  }

  /** The server's word on this phone. From SHUT on nobody's name is here and nothing is let in; the rest follows in seal(). */
  async function stands(said) {
    if (said === "UNKNOWN") {
      // Nobody knows its secret: it is opened anew, by whoever is signed in.
      device = null;
      await store.dropDevice();
      return;
    }
    const was = isShut();
    standing = said;
    if (isShut()) {
      await store.keepShut(true);
      await store.forgetLists();
      judge.take(null);
      if (!was) tell.shutOut();
    } else if (standing === "ENDED") {
      await store.forgetList();
      judge.take(null);
    }
  }

  /** The key goes to the server first, and only then what it opens. */
  async function seal() {
    const plain = (await store.everything()).filter((fact) => !fact.sealed);
    if (!plain.length || !device) return;
    const key = (await store.sealKey()) || newKey();
    await store.keepSealKey(key);
    const answer = await request("/seal", { method: "POST", headers: headers(), body: JSON.stringify({ key }) });
    if (!answer || !answer.ok) return;
    await store.replace(await Promise.all(plain.map((fact) => sealed(fact, key))));
    await store.dropSealKey();
    sealedFacts = (await store.sealed()).length;
  }

  async function unseal() {
    const facts = await store.sealed();
    if (!facts.length) return;
    const answer = await request("/seal", { method: "POST", headers: headers(), body: "{}" });
    if (!answer || !answer.ok) return;
    const { key } = await answer.json();
    const opened = (await Promise.all(facts.map((fact) => unsealed(fact, key)))).filter((fact) => fact);
    if (opened.length < facts.length) return;
    await store.replace(opened);
    await request("/seal", { method: "POST", headers: headers(), body: JSON.stringify({ opened: true }) });
    sealedFacts = 0;
  }

  async function takeList() {
    if (await open()) {
      const answer = await request("/list", { headers: headers() });
      if (await heard(answer)) {
        standing = "OPEN";
        await store.keepShut(false);
        await unseal();
        const fresh = await answer.json();
        fresh.serverAhead = fresh.now - Date.now();
        judge.take(fresh);
        // What is still on its way is true already.
        for (const fact of await store.queue()) judge.remember(fact);
        await store.keepList(fresh);
      } else if (standing === "RECORDS") {
        await unseal();
      } else if (standing === "SHUT") {
        await seal();
      }
    } else if (standing === "SHUT") {
      await seal();
    }
    await tell.changed();
  }

  const post = (facts, of = base, secret = device.secret) => fetch(of + "/facts", {
    method: "POST", headers: { ...headers(), "X-Door-Device": secret }, signal: AbortSignal.timeout(SLOW),
    body: JSON.stringify({ now: Date.now(), called: phone.called, facts }),
  }).catch(() => null);

  async function sendFacts() {
    if (await open()) {
      if (renamed && !(await store.queue()).length && standing !== "SHUT" && await heard(await post([]))) renamed = false;
      for (let facts = await store.queue(); facts.length && standing !== "SHUT"; facts = await store.queue()) {
        const batch = facts.slice(0, BATCH);
        const answer = await post(batch);
        if (!(await heard(answer))) break;
        renamed = false;
        const { answers } = await answer.json();
        const done = answers.filter((each) => each.outcome);
        await store.drop(done.map((each) => each.nonce));
        for (const each of done) {
          judge.learn(each);
          tell.answered(each);
        }
        await setAside(done.filter((each) => each.outcome === "IMPOSSIBLE").map((each) => batch.find((fact) => fact.nonce === each.nonce)));
        await markAlone(answers.filter((each) => each.waits), facts);
        if (done.length < batch.length) break;
      }
      if (standing === "SHUT") await seal();
    }
    await tell.changed();
  }

  /** What they take back was never kept there and is not here: staff look at them. */
  async function markAlone(waiting, facts) {
    const here = new Set(facts.map((fact) => fact.nonce));
    await store.replace(facts
      .filter((fact) => waiting.some((each) => each.nonce === fact.nonce) && !here.has(fact.undoes))
      .map((fact) => ({ ...fact, alone: true })));
  }

  /** What this phone had not sent at other doors goes as well: nobody may open those again. */
  async function sendOthers() {
    const facts = (await store.everything()).filter((fact) => fact.session !== session && !fact.sealed);
    for (const of of new Set(facts.map((fact) => fact.session))) {
      const their = await store.device(of);
      if (!their) continue;
      const answer = await post(facts.filter((fact) => fact.session === of).slice(0, BATCH), base.replace(/\d+$/, of), their.secret);
      if (!answer || !answer.ok) continue;
      const { answers } = await answer.json();
      await store.drop(answers.filter((each) => each.outcome).map((each) => each.nonce));
    }
  }

  async function setAside(facts) {
    if (!facts.length) return;
    for (const fact of facts) {
      judge.takeBack(fact);
      tell.impossible(fact);
    }
    aside += facts.length;
    await store.keepAside(aside);
  }

  return {
    state: () => ({ away, standing, refused, aside, sealed: sealedFacts, device: device ? device.device : null, called: phone.called }),
    isShut,
    online() { away = false; },
    offline() { away = true; },
    refresh: () => inTurn(takeList),
    report: () => inTurn(sendFacts),
    others: () => inTurn(sendOthers),
    waits: async (fact) => (await store.queue()).some((each) => each.nonce === fact.nonce),

    async call(name) {
      phone.called = name;
      renamed = true;
      await store.keepPhone(phone);
    },

    /** On the device before anybody is answered; the nonce, the number and the time stay what they are however often it is reported. */
    async keep(said) {
      const fact = await store.put({ ...said, session, nonce: nonce(), time: Date.now() });
      judge.remember(fact);
      if (judge.list()) await store.keepList(judge.list());
      return fact;
    },
  };
}
