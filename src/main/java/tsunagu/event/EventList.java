package tsunagu.event;

import java.util.List;

/**
 * A part of the list of events.
 *
 * @param found events on all pages
 * @param events without what came of their sessions
 */
public record EventList(long found, List<ManagedEvent> events) {}
