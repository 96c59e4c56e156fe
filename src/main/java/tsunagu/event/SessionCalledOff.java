package tsunagu.event;

/** A session does not take place; its reason is on the session. In the same transaction, who registered is told. */
public record SessionCalledOff(EventSession session) {}
