package tsunagu.consultation;

import java.time.Instant;

/** A time of an office. @param online whether it can also be taken online */
public record FreeTime(long id, Instant startsAt, Instant endsAt, boolean online) {}
