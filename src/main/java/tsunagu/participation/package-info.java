/**
 * Who takes part in an internship: applications, the company's choice, places, who really came and for how many days.
 *
 * <p>What a company learns about participants of types 1, 2 and 4 never reaches a recruiting list (三省合意): such lists are
 * read from the view {@code recruitable_participant} and from nothing else, and the room of job applications does not know
 * this one.
 */
package tsunagu.participation;
