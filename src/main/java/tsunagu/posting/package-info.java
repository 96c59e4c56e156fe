/**
 * Job postings: the terms the law asks for (職業安定法5条の3), their editions, and when they are open.
 *
 * <p>Not inside: applications and hires.
 */
package tsunagu.posting;
