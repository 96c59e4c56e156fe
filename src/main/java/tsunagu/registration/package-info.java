/**
 * 申込み: who has a seat at a session, until the day. Seats, intake and lottery, the waitlist, tickets and their letters, the roster.
 *
 * <p>Not inside: who was there ({@code attendance}); this room only asks whether somebody is, by {@link tsunagu.registration.Presence}.
 */
package tsunagu.registration;
