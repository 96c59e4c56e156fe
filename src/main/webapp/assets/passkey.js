// Passkeys (WebAuthn). The page carries what is asked; a press of the button asks the authenticator, and the form is sent with its answer.
// Without this script, or in a browser that knows no passkeys, the part of the page stays hidden and the password is the way.
"use strict";
{
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const known = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const ask = async (wanted) => {
    wanted.challenge = bytes(wanted.challenge);
    if (wanted.user) {
      wanted.user.id = bytes(wanted.user.id);
      wanted.excludeCredentials = known(wanted.excludeCredentials);
      return navigator.credentials.create({ publicKey: wanted });
    }
    wanted.allowCredentials = known(wanted.allowCredentials);
    return navigator.credentials.get({ publicKey: wanted });
  };

  const words = (given) => {
    const response = { clientDataJSON: text(given.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (given.response[part]) response[part] = text(given.response[part]);
    }
    return JSON.stringify({ id: given.id, type: given.type, response, clientExtensionResults: {} });
  };

  for (const box of document.querySelectorAll("[data-passkey]")) {
    if (!window.PublicKeyCredential || !navigator.credentials) continue;
    box.hidden = false;
    document.querySelectorAll(".no-passkey").forEach((each) => { each.hidden = true; });
    const answer = box.querySelector("[name=passkey]");
    const trouble = box.querySelector("[role=alert]");
    const button = box.querySelector("button, input[type=submit]");
    // What the server refuses anyway is not asked of the authenticator, which would keep a key for it.
    const blank = () => [...box.querySelectorAll("input[type=text]")].some((field) => !field.value.trim());
    let asking = false;
    // Before the scripts of all forms, which would take the press for the form's own.
    box.closest("form").addEventListener("submit", (event) => {
      if (event.submitter !== button || answer.value || blank()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (asking) return;
      asking = true;
      trouble.hidden = true;
      ask(JSON.parse(box.dataset.passkey).publicKey).then((given) => {
        answer.value = words(given);
        box.closest("form").requestSubmit(button);
      }).catch(() => {
        trouble.textContent = box.dataset.failed;
        trouble.hidden = false;
      }).finally(() => { asking = false; });
    }, { capture: true });
    // A page that comes back out of the browser's memory asks again.
    addEventListener("pageshow", () => { answer.value = ""; });
  }
}
