package tsunagu.event;

import java.time.Instant;

/**
 * Two entries that may be one person's, or are counted as one.
 *
 * @param sameMail the same address; {@code sameReading} the same reading of the name
 * @param events at how many sessions each was present
 * @param mergedAt null for a pair that is only alike
 */
public record SamePerson(
        long one,
        String name,
        String reading,
        String mail,
        long events,
        long other,
        String otherName,
        String otherReading,
        String otherMail,
        long otherEvents,
        boolean sameMail,
        boolean sameReading,
        Instant mergedAt) {}
