/**
 * Events and the door: sessions, registration, tickets, check-in, head counts.
 *
 * <p>Not inside: what an attendance is worth to the plan. An event only names its programme; the plan's views read the
 * rows this room writes.
 */
package tsunagu.event;
