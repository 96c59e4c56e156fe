package tsunagu.attendance;

import java.util.Objects;

/**
 * Two entries that may be one person's, or are counted as one.
 *
 * @param sameMail the same address; {@code sameReading} the same reading of the name
 * @param events at how many sessions each was present
 * @param merge number of the merge; null for a pair that is only alike
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
        Long merge) {

    /** Names the two in a form. */
    public String pair() {
        return one + "-" + other;
    }

    /** Stamp of what makes them look like one person: a name that changed meanwhile changes it. */
    public String seen() {
        return Integer.toHexString(Objects.hash(name, reading, mail, otherName, otherReading, otherMail));
    }
}
