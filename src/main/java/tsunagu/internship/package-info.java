/**
 * Internships and the other three types of 学生のキャリア形成支援 (三省合意, 2022-06 改正).
 *
 * <p>Not inside: who takes part.
 */
package tsunagu.internship;
