package tsunagu.shared;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A timestamptz as native queries give it: the driver and EclipseLink do not always agree on the class. */
public final class StoredInstant {

    private StoredInstant() {}

    /** Null for null. */
    public static Instant of(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
