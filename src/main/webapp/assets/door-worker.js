// Keeps the door's page on the device, so that it opens without a network. Nothing else of the portal is kept. SHELL (what the page
// is made of) and CACHE (its name, another one with every change of it) are written in front of this by the server.

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (!name.startsWith("door-") || name === CACHE) continue;
      // Pages that were opened under the former version stay: somebody may be standing at a door with one.
      const old = await caches.open(name);
      const now = await caches.open(CACHE);
      for (const request of await old.keys()) {
        if (/\/door\/\d+(\/helper)?$/.test(new URL(request.url).pathname)) await now.put(request, await old.match(request));
        else if (!(await now.match(request))) await now.put(request, await old.match(request));
      }
      await caches.delete(name);
    }
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.includes("/assets/")) {
    event.respondWith(caches.match(event.request).then((kept) => kept || fetch(event.request)));
  } else if (event.request.mode === "navigate" && /\/door\/\d+(\/helper)?$/.test(url.pathname)) {
    event.respondWith(page(event.request, url.pathname));
  }
});

async function page(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  let patience;
  const late = new Promise((resolve) => { patience = setTimeout(() => resolve(null), kept ? 4000 : 30000); });
  const fresh = fetch(request).then((answer) => {
    if (answer.ok) cache.put(path, answer.clone());
    return answer;
  }).catch(() => null);
  const answer = await Promise.race([fresh, late]);
  clearTimeout(patience);
  // Signed out meanwhile, server ill, no network: the page that is here goes on; it has a secret of its own.
  return answer && answer.ok ? answer : kept || answer || Response.error();
}
