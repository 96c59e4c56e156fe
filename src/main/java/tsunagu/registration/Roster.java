package tsunagu.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionView;

/**
 * 申込者一覧 of a session.
 *
 * @param lottery null when seats are not drawn
 * @param leftByRole seats left for roles with a limit of their own
 * @param rows everybody who ever asked for a seat, as they came
 * @param walkIns who came without having asked for it
 */
public record Roster(
        SessionView session,
        Lottery lottery,
        Map<AttendanceRole, Integer> leftByRole,
        List<Row> rows,
        List<WalkIn> walkIns) {

    /** Whose names and addresses are on the list of a session: who asked for a seat, and who came. */
    public static final String PERSONS =
            """
            select r.person_id from seat x join registration r on r.id = x.registration_id where x.session_id = :record::bigint
            union select a.person_id from attendance a where a.session_id = :record::bigint""";

    /**
     * Who came without having asked for this session: 当日参加, a list that was imported, a ticket of another session.
     *
     * @param code of the ticket of the other session; "" without one
     * @param source WALK_IN, PAPER, IMPORT, SCAN or OTHER_SESSION
     * @param with who came along
     * @param undone taken back: counts nowhere
     */
    public record WalkIn(
            long attendance,
            String code,
            String name,
            String reading,
            AttendanceRole role,
            Companions with,
            String source,
            Instant at,
            boolean undone,
            int version) {}

    /**
     * @param code to say at the door, "1234-5678"
     * @param contact mail address, "" after the person had it deleted
     * @param position in the line, from 1; 0 when not in it
     * @param visit the class or group they are
     * @param names of those who come along, where they were given
     * @param presentAt null when not recorded as present; so are {@code attendance} and {@code presentWith}
     * @param presentWith who really came along
     * @param tags labels staff sort by
     * @param beyondWhy why the seat is one beyond the limits or the line; null for an ordinary one
     * @param version of the registration; {@code attendanceVersion} of the attendance, 0 without one
     */
    public record Row(
            long registration,
            String code,
            Integer lot,
            String name,
            String reading,
            String contact,
            AttendanceRole role,
            Companions companions,
            ClassVisit visit,
            List<String> names,
            String state,
            long position,
            Instant createdAt,
            Instant presentAt,
            Long attendance,
            Companions presentWith,
            List<String> tags,
            String beyondWhy,
            int version,
            int attendanceVersion) {

        public boolean expected() {
            return state.equals("CONFIRMED");
        }

        /** Others came along than had been said. */
        public boolean otherwiseAccompanied() {
            return presentWith != null && !presentWith.equals(companions);
        }

        /** Has a seat or hopes for one: may be moved to another session. */
        public boolean open() {
            return presentAt == null
                    && Set.of("CONFIRMED", "OFFERED", "WAITING", "APPLIED").contains(state);
        }

        /** The code without its hyphen, as the address of the registration's page has it. */
        public String digits() {
            return code.replace("-", "");
        }

        public boolean applied() {
            return state.equals("APPLIED");
        }
    }

    public long count(String state) {
        return rows.stream().filter(row -> row.state().equals(state)).count();
    }

    /** Whoever is first in the line; null when nobody waits. */
    public Row first() {
        return rows.stream().filter(row -> row.position() == 1).findFirst().orElse(null);
    }
}
