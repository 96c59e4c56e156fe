package tsunagu.event;

/**
 * A session of a published event got another time or place; in the same transaction, who registered is told.
 *
 * @param timesBefore when it was to be
 * @param placeBefore where it was to be; "" for nowhere
 */
public record SessionMoved(EventSession session, SessionTimes timesBefore, String placeBefore) {}
