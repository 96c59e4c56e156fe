/**
 * What everything that companies publish has in common on its way: a draft that keeps what was typed, what rules find, the
 * city's decision, two people writing at once.
 *
 * <p>Not inside: the rules themselves and what is published; each kind has them in its own room.
 */
package tsunagu.review;
