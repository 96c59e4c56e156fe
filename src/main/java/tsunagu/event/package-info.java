/**
 * Events: what is held, when and where, what is asked, which companies show themselves. Staff write it.
 *
 * <p>Not inside: who has a seat ({@code registration}), who was there ({@code attendance}); this room asks them by
 * {@link tsunagu.event.SessionActivity} and tells them by {@link tsunagu.event.SessionMoved}, {@link tsunagu.event.SessionCalledOff} and
 * {@link tsunagu.event.SessionArranged}. What an attendance is worth to the plan: an event only names its programme.
 */
package tsunagu.event;
