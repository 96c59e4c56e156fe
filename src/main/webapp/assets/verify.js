// Checks an export of the official records: the chain of hashes, each signature, the end of each day. The same as verify.sh, for whoever has a
// browser and no shell. Nothing leaves this page: the files are read here, by what the browser brings (SHA-256, Ed25519, inflating).
(() => {
  const NOTHING_BEFORE = '0'.repeat(64);
  const form = document.getElementById('verify');
  const files = document.getElementById('verify-files');
  const head = document.getElementById('verify-head');
  const verdict = document.getElementById('verify-verdict');
  const details = document.getElementById('verify-details');
  const text = (bytes) => new TextDecoder().decode(bytes);
  const bytes = (words) => new TextEncoder().encode(words);
  const base64 = (words) => Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));
  const hex = (buffer) => [...new Uint8Array(buffer)].map((each) => each.toString(16).padStart(2, '0')).join('');
  const sha256 = async (content) => hex(await crypto.subtle.digest('SHA-256', content));
  const lines = (content) => (content ? text(content).split('\n').filter((each) => each.trim()) : []);

  /** Words of the page, with values put in. */
  const say = (name, ...values) => {
    const words = document.querySelector(`[data-verify-word="${name}"]`).textContent;
    return words.replace(/\{(\d)[^}]*\}/g, (all, no) => String(values[no]));
  };

  /** What does not hold: ends the check, and is said. */
  class Broken extends Error {}

  const inflate = async (packed) =>
    new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());

  /** The entries of a zip by their list at its end (APPNOTE 4.3.12); methods 0 (as it is) and 8 (deflated). */
  const unzip = async (zip) => {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    let end = zip.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    if (end < 0) throw new Broken(say('noZip'));
    const found = new Map();
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      const name = text(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      const local = view.getUint32(at + 42, true);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = zip.subarray(from, from + view.getUint32(at + 20, true));
      found.set(name.split('/').pop(), view.getUint16(at + 10, true) === 0 ? packed : await inflate(packed));
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return found;
  };

  const read = async (chosen) => {
    const found = new Map();
    for (const file of chosen) {
      const content = new Uint8Array(await file.arrayBuffer());
      if (file.name.toLowerCase().endsWith('.zip')) (await unzip(content)).forEach((each, name) => found.set(name, each));
      else found.set(file.name, content);
    }
    return found;
  };

  /** @return the hash of each record, the first at 1 */
  const follow = async (found) => {
    const names = [...found.keys()].filter((name) => /^\d{6,}\.json$/.test(name)).sort();
    if (!names.length) throw new Broken(say('empty'));
    const hashes = [NOTHING_BEFORE];
    for (const name of names) {
      const no = hashes.length;
      if (name !== `${String(no).padStart(6, '0')}.json`) throw new Broken(say('missing', no));
      const content = text(found.get(name));
      const start = new RegExp(`^\\{"record":${no},"kind":"[A-Z]+","previous":"${hashes[no - 1]}",`);
      if (!start.test(content)) throw new Broken(say('follows', no));
      hashes.push(await sha256(found.get(name)));
    }
    return hashes;
  };

  /** The public keys of the export by their names; a name that is not the key's own is an attempt. */
  const keysOf = async (found) => {
    const keys = new Map();
    for (const [name, content] of found) {
      const id = /^key-([0-9a-f]{16})\.pem$/.exec(name)?.[1];
      if (id) {
        const der = base64(text(content).replace(/-----[A-Z ]+-----|\s/g, ''));
        if ((await sha256(der)).slice(0, 16) !== id) throw new Broken(say('key', id));
        keys.set(id, await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify']));
      }
    }
    return keys;
  };

  const checkSignatures = async (found, hashes) => {
    const keys = await keysOf(found);
    const signed = (words, key, signature) =>
      keys.has(key) ? crypto.subtle.verify('Ed25519', keys.get(key), base64(signature), bytes(words)) : false;
    const signatures = lines(found.get('signatures.txt'));
    const used = new Set();
    for (const line of signatures) {
      const [no, key, signature] = line.split(' ');
      if (!(await signed(`official ${no} ${hashes[no]}`, key, signature))) throw new Broken(say('signature', no, key));
      used.add(key);
    }
    let last = null;
    for (const line of lines(found.get('heads.txt'))) {
      const [day, no, hash, key, signature] = line.split(' ');
      if (!(await signed(`head official ${day} ${no} ${hash}`, key, signature))) throw new Broken(say('headSigned', day, key));
      if (hashes[no] !== hash) throw new Broken(say('headHash', day, no));
      last = { day, no };
    }
    const said = [signatures.length ? say('signatures', signatures.length, [...used].join(' ')) : say('unsigned')];
    if (last) said.push(say('day', last.day, last.no));
    return said;
  };

  const check = async () => {
    if (!window.isSecureContext || !crypto.subtle) throw new Broken(say('insecure'));
    const found = await read(files.files);
    const hashes = await follow(found);
    const last = hashes[hashes.length - 1];
    const wanted = head.value.trim().toLowerCase();
    if (wanted && wanted !== last) throw new Broken(say('otherHead', last, wanted));
    let said;
    try {
      said = await checkSignatures(found, hashes);
    } catch (problem) {
      if (problem.name !== 'NotSupportedError') throw problem;
      said = [say('notHere')];
    }
    return [say('last', hashes.length - 1, last), ...said, wanted ? say('headHolds') : say('noHead')];
  };

  const show = (style, title, said) => {
    verdict.className = `notice ${style}`;
    verdict.textContent = title;
    verdict.hidden = false;
    details.replaceChildren(...said.map((words) => Object.assign(document.createElement('li'), { textContent: words })));
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!files.files.length) {
      show('warn', say('choose'), []);
      return;
    }
    show('info', say('running'), []);
    check().then(
      (said) => show('success', say('ok'), said),
      (problem) => show('warn', say('broken'), [problem instanceof Broken ? problem.message : say('unreadable', problem.message)]));
  });
})();
