package tsunagu.shared;

import java.util.Objects;

/**
 * What a form began with against what is kept now (optimistic lock). Where a record has a version, the version is compared; this is for
 * what has none of its own, or where the same words saved twice are no conflict. Compared under the record's lock ({@link Locks}): what is
 * read before it may be another's by the time it is written.
 */
public final class Seen {

    private Seen() {}

    /**
     * @param wanted what is to be kept; a press that comes twice finds its own words and is no conflict
     * @throws ConflictException when somebody else saved since the form was opened
     */
    public static void unchanged(Object seen, Object now, Object wanted) {
        if (!Objects.equals(seen, now) && !Objects.equals(wanted, now)) {
            throw new ConflictException();
        }
    }
}
