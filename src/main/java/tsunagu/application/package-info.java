/**
 * Applications to postings: what a seeker hands to a company, what both write to each other, how it goes, and the hire at its
 * end. The city hands on, and neither selects nor changes anything (募集情報等提供).
 *
 * <p>Not inside: the posting itself, and how hires become figures.
 */
package tsunagu.application;
