// A phone that was shut out keeps what it had not sent, but nobody who holds it can read that: it is sealed under a key that the
// server takes and the phone forgets.

const encoded = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
const decoded = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const imported = (key) => crypto.subtle.importKey("raw", decoded(key), "AES-GCM", false, ["encrypt", "decrypt"]);

export const newKey = () => encoded(crypto.getRandomValues(new Uint8Array(32)));

/** Of a fact stay the nonce, the number and the session; all else is unreadable. */
export async function sealed(fact, key) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(fact));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await imported(key), text);
  return { nonce: fact.nonce, session: fact.session, number: fact.number, time: 0, sealed: encoded(bytes), iv: encoded(iv) };
}

/** @return null when it was sealed under another key */
export async function unsealed(fact, key) {
  try {
    const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: decoded(fact.iv) }, await imported(key), decoded(fact.sealed));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
