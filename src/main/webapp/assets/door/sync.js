// Between this device and the server: opens the device once, keeps every fact before anybody is answered, reports the facts and
// fetches the list. Tells the page by the three calls of `tell` what came of it.

const SLOW = 15000;
const BATCH = 50;

const nonce = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

/**
 * @param tell {answered(answer), impossible(fact), changed()}: the server's answer to a fact, a fact it could not keep, and that
 *   something of what is shown may be different now
 */
export async function createSync(store, judge, session, base, tell) {
  let device = await store.device();
  let away = !navigator.onLine;
  let shut = false;
  let refused = false;
  // How many the server could not keep: shown as done here, looked at by staff there. Never forgotten without a word.
  let aside = await store.aside();

  // One after the other: an answer that was asked for earlier must not overwrite what was reported since.
  let turn = Promise.resolve();
  const inTurn = (work) => (turn = turn.then(work, work));
  const request = (path, options) => fetch(base + path, { ...options, signal: AbortSignal.timeout(SLOW) }).catch(() => null);
  const headers = () => ({
    "X-Door-Device": device ? device.secret : "", "X-Door-Protocol": "2", "Content-Type": "application/json",
  });

  async function open() {
    if (device) return true;
    const answer = await request("/device", { method: "POST", redirect: "manual" });
    away = !answer;
    refused = !!answer && answer.status !== 201;
    if (!answer || refused) return false;
    device = await answer.json();
    await store.keepDevice(device);
    return true;
  }

  function heard(answer) {
    away = !answer || answer.status >= 500;
    shut = !!answer && answer.status === 401;
    return !!answer && answer.ok;
  }

  async function takeList() {
    if (await open()) {
      const answer = await request("/list", { headers: headers() });
      if (heard(answer)) {
        const fresh = await answer.json();
        fresh.serverAhead = fresh.now - Date.now();
        judge.take(fresh);
        // What is still on its way is true already.
        for (const fact of await store.queue()) judge.remember(fact);
        await store.keepList(fresh);
      }
    }
    await tell.changed();
  }

  async function sendFacts() {
    if (await open()) {
      for (let facts = await store.queue(); facts.length && !shut; facts = await store.queue()) {
        const batch = facts.sort((a, b) => a.time - b.time).slice(0, BATCH);
        const answer = await request("/facts", {
          method: "POST", headers: headers(), body: JSON.stringify({ now: Date.now(), facts: batch }),
        });
        if (!heard(answer)) break;
        const { answers } = await answer.json();
        const done = answers.filter((each) => each.outcome);
        await store.drop(done.map((each) => each.nonce));
        for (const each of done) {
          judge.learn(each);
          tell.answered(each);
        }
        await setAside(done.filter((each) => each.outcome === "IMPOSSIBLE").map((each) => batch.find((fact) => fact.nonce === each.nonce)));
        if (done.length < batch.length) break;
      }
    }
    await tell.changed();
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
    state: () => ({ away, shut, refused, aside }),
    online() { away = false; },
    offline() { away = true; },
    refresh: () => inTurn(takeList),
    report: () => inTurn(sendFacts),
    waits: async (fact) => (await store.queue()).some((each) => each.nonce === fact.nonce),

    /** On the device before anybody is answered; the nonce and the time stay what they are however often it is reported. */
    async keep(said) {
      const fact = { ...said, session, nonce: nonce(), time: Date.now() };
      await store.put(fact);
      judge.remember(fact);
      if (judge.list()) await store.keepList(judge.list());
      return fact;
    },
  };
}
