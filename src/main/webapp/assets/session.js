// A session ends when the server was asked nothing for a while. Five minutes before, the page says so and offers to go on; the form stays
// as it is. All tabs of the browser share the time of the last request.
"use strict";
{
  const words = document.body.dataset;
  const lasts = Number(words.sessionSeconds) * 1000;
  const warned = Math.min(5 * 60_000, lasts / 2);
  const SEEN = "session-seen";
  const seen = () => localStorage.setItem(SEEN, String(Date.now()));
  const left = () => lasts - (Date.now() - Number(localStorage.getItem(SEEN)));
  let note = null;

  const say = (text, button, work) => {
    if (!note) {
      note = document.createElement("div");
      note.className = "session-note";
      note.setAttribute("role", "alert");
      document.body.append(note);
    }
    const said = Object.assign(document.createElement("p"), { textContent: text });
    const act = Object.assign(document.createElement(work ? "button" : "a"), { textContent: button, className: "button small" });
    if (work) {
      act.type = "button";
      act.addEventListener("click", work);
    } else act.href = words.sessionSignIn + "?next=" + encodeURIComponent(location.pathname + location.search);
    note.replaceChildren(said, act);
  };
  const unsay = () => { if (note) note.remove(); note = null; };
  const ended = () => { say(words.sessionEnded, words.sessionAgain); clearInterval(watch); };
  const goOn = async () => {
    try {
      const answer = await fetch(words.sessionLonger, { method: "POST", redirect: "manual" });
      if (answer.status !== 204) return ended();
      seen();
      unsay();
    } catch (away) {
      say(words.sessionAway, words.sessionGoOn, goOn);
    }
  };
  const look = () => {
    if (left() <= 0) ended();
    else if (left() > warned) unsay();
    else if (!note) say(words.sessionEnds, words.sessionGoOn, goOn);
  };

  if (lasts) seen();
  const watch = lasts ? setInterval(look, 10_000) : 0;
}
