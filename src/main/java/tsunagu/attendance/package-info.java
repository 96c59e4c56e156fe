/**
 * 出席: who was there. The door with its devices and its inbox, scans, walk-ins, head counts, lists on paper, and which entries are the same
 * person.
 *
 * <p>Not inside: what an attendance is worth to the plan. The plan's views read the rows this room writes.
 */
package tsunagu.attendance;
