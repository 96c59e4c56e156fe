package tsunagu.event;

/** Staff changed a session of a published event: it may have more seats than before. */
public record SessionArranged(EventSession session) {}
