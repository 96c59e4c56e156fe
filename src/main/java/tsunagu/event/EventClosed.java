package tsunagu.event;

import java.time.Instant;

/** Observed in the transaction of the closing: what its report says now is final. */
public record EventClosed(long event, String code, Instant at) {}
