// A helper's phone comes by an invitation: what the link carries behind the # goes to the server in a body, and off the screen.
const page = document.getElementById("join");
const words = page.dataset;
const said = document.getElementById("join-said");
const { openStore } = await import(words.store);

const secret = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
if (!secret) said.textContent = words.over;

document.getElementById("join-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const called = document.getElementById("join-name").value.trim();
  if (!called) {
    said.textContent = words.missing;
    document.getElementById("join-name").focus();
    return;
  }
  const store = await openStore("");
  const phone = await store.phone();
  const answer = await fetch(words.joined, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ secret, phone: phone.key, called }),
  }).catch(() => null);
  if (!answer || answer.status >= 500) { said.textContent = words.away; return; }
  if (answer.status === 409) { said.textContent = (await answer.json()).said; return; }
  if (answer.status !== 201) { said.textContent = words.over; return; }
  const { session, device, secret: own } = await answer.json();
  await store.keepPhone({ ...phone, called });
  await store.keepDevice({ device, secret: own }, String(session));
  location.replace(words.door + session + "/helper");
});
page.dataset.ready = "yes";
