package tsunagu.platform;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.shared.DomainException;

/** The last ring of validation: a broken database constraint, by its name, becomes the sentence of the rule behind it. */
final class ConstraintMessages {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("account_email", "account.error.emailTaken"),
            Map.entry("one_live_registration", "event.error.alreadyRegistered"),
            Map.entry("seats_within_capacity", "event.error.full"),
            Map.entry("present_once", "event.error.alreadyPresent"),
            Map.entry("counted_once", "web.error.conflict"),
            Map.entry("company_number", "company.error.numberTaken"),
            Map.entry("one_membership", "company.error.member"),
            Map.entry("one_open_admission", "web.error.conflict"),
            Map.entry("one_live_submission", "web.error.conflict"),
            Map.entry("one_application", "application.error.twice"),
            Map.entry("one_hiring_answer", "web.error.conflict"),
            Map.entry("one_live_merge", "event.error.merge"),
            Map.entry("one_visit", "web.error.conflict"),
            Map.entry("one_live_guest", "event.error.alreadyRegistered"),
            Map.entry("one_participation", "participation.error.twice"),
            Map.entry("places_within_capacity", "participation.error.full"),
            Map.entry("granted_once", "support.error.twice"),
            Map.entry("one_waiting_name", "web.error.conflict"),
            Map.entry("internship_session_internship_id_number_key", "web.error.conflict"),
            Map.entry("placement_programme_id_fkey", "web.error.conflict"),
            Map.entry("one_placement", "web.error.conflict"));

    /** SQLSTATE class 23: integrity constraint violation. */
    private static final String INTEGRITY = "23";

    /** SQLSTATE 22021: a character the database cannot hold, above all the null character. */
    private static final String CHARACTER = "22021";

    /** Raised by the triggers of R__06_official.sql: records of a year that was approved. */
    private static final String LOCKED = "TS003";

    /** Raised there as well: records of an event that was closed. */
    private static final String CLOSED = "TS004";

    private static final Pattern QUOTED = Pattern.compile("\"([a-z_]+)\"");

    private ConstraintMessages() {}

    /** @return a {@link DomainException} when the constraint is one of ours, otherwise the failure itself */
    static RuntimeException translate(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCKED.equals(sql.getSQLState())) {
                return new DomainException("web.error.yearLocked");
            }
            if (cause instanceof SQLException sql && CLOSED.equals(sql.getSQLState())) {
                return new DomainException("event.error.closed");
            }
            if (cause instanceof SQLException sql && CHARACTER.equals(sql.getSQLState())) {
                return new DomainException("web.error.characters");
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(INTEGRITY)) {
                Matcher names = QUOTED.matcher(String.valueOf(sql.getMessage()));
                while (names.find()) {
                    String key = KEYS.get(names.group(1));
                    if (key != null) {
                        return new DomainException(key);
                    }
                }
            }
        }
        return failure;
    }
}
