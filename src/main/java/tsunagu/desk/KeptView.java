package tsunagu.desk;

import java.time.Instant;

/**
 * What somebody asks of a list again and again.
 *
 * @param list its name
 * @param name as its owner calls it
 * @param path of the page on which it was kept
 * @param query of the address, without "?"
 * @param madeAt when it was kept, or last kept anew
 */
public record KeptView(long id, String list, String name, String path, String query, Instant madeAt) {

    /** Whether somebody who reads the names of list and view alone takes one for the other: the lists of two events. */
    public boolean looksLike(KeptView other) {
        return id != other.id && list.equals(other.list) && name.equals(other.name);
    }
}
