// Phones kept lists and facts under one-letter names before the protocol had names. Whatever a phone still holds is read through
// here, each time, because a page of that time may still be open in another tab and write: a fact is never lost.

const PERSON = {
  r: "registration", p: "person", h: "ticketHash", c: "codeHash", n: "name", s: "state", k: "companions", e: "expected",
  y: "reading", d: "ending", at: "presentSince",
};

const renamed = (value, names) => Object.fromEntries(Object.entries(value).map(([name, each]) => [names[name] || name, each]));

export const namedFact = (fact) => ("r" in fact ? renamed(fact, { r: "registration" }) : fact);

export function namedList(list) {
  if (!list || !list.people.some((person) => "r" in person)) return list;
  return { ...list, serverAhead: list.off, people: list.people.map((person) => renamed(person, PERSON)) };
}
