// What is on the device, in the browser's own database: "kept" has a list and a secret for each session, "queue" the facts that
// the server has not answered. Facts are of all sessions; each door sees its own.
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

export async function openStore(session) {
  const database = await opened();
  const ask = (name, mode, work) => new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request && request.result);
    transaction.onerror = () => reject(transaction.error);
  });
  const kept = (key) => ask("kept", "readonly", (s) => s.get(key));
  const keep = (key, value) => ask("kept", "readwrite", (s) => s.put(value, key));

  return {
    device: () => kept("device:" + session),
    keepDevice: (device) => keep("device:" + session, device),
    list: async () => namedList(await kept("list:" + session)),
    keepList: (list) => keep("list:" + session, list),
    aside: async () => (await kept("aside:" + session)) || 0,
    keepAside: (count) => keep("aside:" + session, count),
    queue: async () => (await ask("queue", "readonly", (s) => s.getAll())).filter((fact) => fact.session === session).map(namedFact),
    put: (fact) => ask("queue", "readwrite", (s) => s.put(fact)),
    drop: (nonces) => ask("queue", "readwrite", (s) => { nonces.forEach((nonce) => s.delete(nonce)); }),
    forget: () => ask("kept", "readwrite", (s) => { s.delete("list:" + session); s.delete("device:" + session); }),

    /** Lists whose time is over go, whichever door is opened; facts that were not reported stay until they are. */
    async wipeOld() {
      for (const key of await ask("kept", "readonly", (s) => s.getAllKeys())) {
        const value = await kept(key);
        if (value && value.wipeAt && value.wipeAt < Date.now()) await ask("kept", "readwrite", (s) => s.delete(key));
      }
    },
  };
}
