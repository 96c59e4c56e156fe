package tsunagu.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What waits for people whose desk is not the staff's ({@link StaffWork}) or a company's ({@link CompanyWork}): managers, committee,
 * contractors, auditors, administrators. Each room knows its own; the page on which they begin shows it.
 */
public interface RoleWork {

    /** One of these roles is enough. */
    Set<Role> whose();

    /** Kinds of which nothing waits are left out. */
    List<Waiting> roleWork();

    /**
     * One kind.
     *
     * @param text key of its name
     * @param about which of several of the kind, as people call it: a year, a programme; "" where there is one only
     * @param count how many wait, at least 1
     * @param since when the oldest of them came; null: not known
     * @param until the day of the nearest deadline; null: none
     * @param path where it is dealt with
     */
    record Waiting(String text, String about, long count, Instant since, LocalDate until, String path) {

        /** A row of a statement that counts. */
        public record Counted(long count, Instant since, LocalDate until) {}

        /** @return nothing where nothing waits */
        public static List<Waiting> of(String text, String path, Counted counted) {
            return counted.count() == 0
                    ? List.of()
                    : List.of(new Waiting(text, "", counted.count(), counted.since(), counted.until(), path));
        }
    }
}
