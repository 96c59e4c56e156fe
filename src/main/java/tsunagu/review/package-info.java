/**
 * What everything that companies publish has in common on its way: a submission that keeps what was typed, what rules
 * find, the company's half (writing, handing in), the city's half (publishing, sending back), two people writing at once.
 *
 * <p>Not inside: the rules themselves and what is published; each kind has them in its own room ({@link tsunagu.review.SubmissionKind}).
 */
package tsunagu.review;
