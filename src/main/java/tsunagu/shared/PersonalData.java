package tsunagu.shared;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a room keeps about the person who acts: it is told to them, and forgotten when they ask (個人情報保護法 76条, 98条). Each room has
 * one; the seeker's page collects them.
 */
public interface PersonalData {

    /** Last part of the text key "seeker.section."; also the name in the export. */
    String section();

    /**
     * Everything that is stored, whatever has become of it: what was cancelled, refused or lapsed, too. Records in the order they came
     * up; names of fields are the last part of the text keys "seeker.data."; values in words, times in Japan, because people read them.
     *
     * @param language of the words the portal adds; what somebody wrote stays as it is
     */
    List<Map<String, String>> tell(Locale language);

    /** What companies can see of them by this room. */
    default List<Shared> shared() {
        return List.of();
    }

    /**
     * Rows that {@link #forget} locks, by kind. All rooms' are taken before any of them forgets: one after the other they would be
     * taken out of order ({@link Locks}).
     */
    default Map<Locks.Lock, List<Long>> locked() {
        return Map.of();
    }

    /** Everything that says who they are goes. Rows that figures count stay, without anything that leads back. */
    void forget();

    /**
     * What a company sees.
     *
     * @param what last part of the text key "seeker.shared."
     * @param path where it can be looked at or taken back
     */
    record Shared(String company, String what, Instant since, String path) {}
}
