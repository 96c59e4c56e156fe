/**
 * Companies as they show themselves: profile, places, numbers, pictures.
 *
 * <p>Not inside: what they publish. Postings and internships name their company by its number; rooms that show both ask
 * this room for the names.
 */
package tsunagu.company;
