// Who is on the list, what a fact means for it, and what is answered at once. Knows no network, no database and no page.
import { digits, enough, folded, ticket } from "./portal.js";

/** What somebody who may not simply come in is told, by the state of the registration; everybody else is let in. */
const REFUSALS = {
  CANCELLED: "CANCELLED", LAPSED: "CANCELLED", REFUSED: "CANCELLED",
  WAITING: "WAITING", OFFERED: "WAITING", APPLIED: "WAITING",
  OTHER: "OTHER_SESSION",
};

const HASH_LENGTH = 22;

async function hash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").slice(0, HASH_LENGTH);
}

export function createJudge(session) {
  let list = null;
  let people = new Map();
  let byHash = new Map();

  const everybody = () => (list ? list.people : []);
  const one = (registration) => people.get(registration);
  const walkIns = () => (list && list.walkInPeople) || [];
  const oneLessWalkIn = () => { list.walkIns = Math.max(0, (list.walkIns || 0) - 1); };

  return {
    list: () => list,
    person: one,

    take(fresh) {
      list = fresh;
      if (list) list.remembered = list.remembered || [];
      people = new Map(everybody().map((person) => [person.registration, person]));
      byHash = new Map(everybody().map((person) => [person.ticketHash, person]));
      // A code counts for this session first, then for the event's other ones.
      for (const person of everybody()) {
        if (person.state === "OTHER" && !byHash.has(person.codeHash)) byHash.set(person.codeHash, person);
      }
      for (const person of everybody()) if (person.state !== "OTHER") byHash.set(person.codeHash, person);
    },

    /** Before the day it may be tried out, and counts for nothing. */
    early: () => !!list && Date.now() + (list.serverAhead || 0) < list.opensAt,

    /** It does not take place: nobody is let in. */
    off: () => !!list && list.calledOff === true,

    /** The fact that a ticket was read, and whose it is; nobody's when it is not on the list. */
    async reading(read) {
      const code = digits(read);
      const person = byHash.get(await hash(code ? session + ":" + code : ticket(read)));
      return { person, fact: { kind: "SCAN", read: code || ticket(read).slice(0, 200), registration: person && person.registration } };
    },

    answer(person) {
      if (!person) return "UNKNOWN";
      return this.early() || this.off() ? "NOT_OPEN" : person.presentSince ? "ALREADY" : REFUSALS[person.state] || "OK";
    },

    /** Once: the list is kept with what it remembers, and the facts beside it are read again with every start of the page. */
    remember(fact) {
      if (!list || list.remembered.includes(fact.nonce)) return;
      list.remembered.push(fact.nonce);
      const person = one(fact.registration);
      if (fact.kind === "SCAN" && person && (fact.answered === "OK" || fact.forced)) {
        person.presentSince = person.presentSince || fact.time;
      }
      if (fact.kind === "UNDO" && person) delete person.presentSince;
      if (fact.kind === "UNDO" && fact.walkIn) {
        oneLessWalkIn();
        list.walkInPeople = walkIns().filter((each) => each.nonce !== fact.undoes);
      }
      if (fact.kind === "COMPANIONS" && person) {
        person.companions = fact.companions;
        if (fact.kinds) person.kinds = { ...person.kinds, ...fact.kinds };
      }
      if (fact.kind === "CLICK") list.clicked[fact.role] = Math.max(0, (list.clicked[fact.role] || 0) + fact.delta);
      if (fact.kind === "WALK_IN") {
        list.walkIns = (list.walkIns || 0) + 1;
        list.walkInPeople = [...walkIns(), {
          nonce: fact.nonce, name: fact.name, reading: fact.reading || "", role: fact.role, presentSince: fact.time,
        }];
      }
    },

    /** It was not to be kept: what it did here is undone. */
    takeBack(fact) {
      const person = one(fact.registration);
      if (fact.kind === "SCAN" && person && person.presentSince === fact.time) delete person.presentSince;
      if (fact.kind === "WALK_IN" && list) {
        oneLessWalkIn();
        list.walkInPeople = walkIns().filter((each) => each.nonce !== fact.nonce);
      }
    },

    /** What the server found: another device may have been first. */
    learn(answer) {
      const person = one(answer.registration);
      if (person && answer.presentSince) person.presentSince = answer.presentSince;
    },

    /** Somebody with tickets for two sessions of the event is one person here; those who came along count. */
    present() {
      const persons = new Map(everybody().filter((each) => each.presentSince).map((each) => [each.person, 1 + each.companions]));
      return [...persons.values()].reduce((sum, count) => sum + count, (list && list.walkIns) || 0);
    },

    registered: () => everybody().filter((each) => each.state === "CONFIRMED").reduce((sum, each) => sum + 1 + each.expected, 0),

    clicked: (role) => (list && list.clicked[role]) || 0,

    questions: (person) => (list.questions || []).filter((question) => !question.role || question.role === person.role),

    /** @return null while too little of a name is there to look for */
    search(typed) {
      const wanted = folded(typed);
      if (!enough(wanted)) return null;
      return [...everybody(), ...walkIns()]
        .filter((each) => folded(each.name).includes(wanted) || folded(each.reading).includes(wanted)).slice(0, 20);
    },

    /** Who waits for a seat, in the order of the line, and how many seats are free. */
    line: () => everybody().filter((each) => each.line && !each.presentSince).sort((one, other) => one.line - other.line),
    free: () => (list && Number.isInteger(list.free) ? list.free : null),

    namesakes: (name) => everybody().filter((each) => folded(each.name) === folded(name)),
  };
}
