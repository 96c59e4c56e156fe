// What is on the device, in the browser's own database: "kept" has a list and a secret for each session, "queue" the facts that
// the server has not answered. Facts are of all sessions; each door sees its own, in the order in which they happened.
import { namedFact, namedList } from "./former.js";

const opened = () => new Promise((resolve, reject) => {
  const open = indexedDB.open("tsunagu-door", 1);
  open.onupgradeneeded = () => {
    open.result.createObjectStore("kept");
    open.result.createObjectStore("queue", { keyPath: "nonce" });
  };
  open.onsuccess = () => resolve(open.result);
  open.onerror = () => reject(open.error);
});

const phoneKey = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

/** By the phone's own counter: its clock may be set between two facts. Those from before facts had numbers are older. */
const inOrder = (one, other) => ((one.number ?? -1) - (other.number ?? -1)) || (one.time - other.time);

export async function openStore(session) {
  const database = await opened();
  const ask = (names, mode, work) => new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode);
    const request = work(...[names].flat().map((name) => transaction.objectStore(name)));
    transaction.oncomplete = () => resolve(request && request.result);
    transaction.onerror = () => reject(transaction.error);
  });
  const kept = (key) => ask("kept", "readonly", (s) => s.get(key));
  const keep = (key, value) => ask("kept", "readwrite", (s) => s.put(value, key));
  const all = async () => (await ask("queue", "readonly", (s) => s.getAll())).sort(inOrder);

  return {
    /** What this phone is known by at all doors and for all invitations, made once; and how it is called. */
    async phone() {
      const phone = (await kept("phone")) || { key: phoneKey(), called: "" };
      await keep("phone", phone);
      return phone;
    },
    keepPhone: (phone) => keep("phone", phone),
    device: (of = session) => kept("device:" + of),
    keepDevice: (device, of = session) => keep("device:" + of, device),
    dropDevice: () => ask("kept", "readwrite", (s) => { s.delete("device:" + session); }),
    list: async () => namedList(await kept("list:" + session)),
    keepList: (list) => keep("list:" + session, list),
    aside: async () => (await kept("aside:" + session)) || 0,
    keepAside: (count) => keep("aside:" + session, count),

    /** Facts of this door. Sealed ones are none until they are opened. */
    queue: async () => (await all()).filter((fact) => fact.session === session && !fact.sealed).map(namedFact),
    /** Facts of this phone, of all doors. */
    everything: all,
    sealed: async () => (await all()).filter((fact) => fact.sealed),

    /** @return the fact with the number it got: one more than that of the fact before, whichever door it was at */
    put: (fact) => new Promise((resolve, reject) => {
      const transaction = database.transaction(["kept", "queue"], "readwrite");
      const counter = transaction.objectStore("kept");
      let numbered = null;
      counter.get("number").onsuccess = (event) => {
        numbered = { ...fact, number: (event.target.result || 0) + 1 };
        counter.put(numbered.number, "number");
        transaction.objectStore("queue").put(numbered);
      };
      transaction.oncomplete = () => resolve(numbered);
      transaction.onerror = () => reject(transaction.error);
    }),
    /** In place of what was under their nonces. */
    replace: (facts) => ask("queue", "readwrite", (s) => { facts.forEach((fact) => s.put(fact)); }),
    drop: (nonces) => ask("queue", "readwrite", (s) => { nonces.forEach((nonce) => s.delete(nonce)); }),
    forget: () => ask("kept", "readwrite", (s) => { s.delete("list:" + session); s.delete("device:" + session); }),
    forgetList: () => ask("kept", "readwrite", (s) => { s.delete("list:" + session); }),

    /** The phone was shut out: nobody's name stays on it, whichever door it was at. */
    async forgetLists() {
      const keys = await ask("kept", "readonly", (s) => s.getAllKeys());
      await ask("kept", "readwrite", (s) => { keys.filter((key) => key.startsWith("list:")).forEach((key) => s.delete(key)); });
    },

    /** That this phone was shut out is true at all doors, and without a network as well. */
    isShut: async () => !!(await kept("shut")),
    keepShut: (shut) => keep("shut", shut),

    sealKey: () => kept("seal"),
    keepSealKey: (key) => keep("seal", key),
    dropSealKey: () => ask("kept", "readwrite", (s) => { s.delete("seal"); }),

    /** Lists whose time is over go, whichever door is opened; facts that were not reported stay until they are. */
    async wipeOld() {
      for (const key of await ask("kept", "readonly", (s) => s.getAllKeys())) {
        const value = await kept(key);
        if (value && value.wipeAt && value.wipeAt < Date.now() + (value.serverAhead || 0)) await ask("kept", "readwrite", (s) => s.delete(key));
      }
    },
  };
}
