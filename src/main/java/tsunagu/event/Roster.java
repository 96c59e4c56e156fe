package tsunagu.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * 申込者一覧 of a session.
 *
 * @param lottery null when seats are not drawn
 * @param leftByRole seats left for roles with a limit of their own
 * @param rows everybody who ever asked for a seat, as they came
 */
public record Roster(SessionView session, Lottery lottery, Map<AttendanceRole, Integer> leftByRole, List<Row> rows) {

    /**
     * @param contact mail address, "" after the person had it deleted
     * @param position in the line, from 1; 0 when not in it
     * @param names of those who come along, where they were given
     * @param presentAt null when not recorded as present
     */
    public record Row(
            long registration,
            Integer lot,
            String name,
            String reading,
            String contact,
            AttendanceRole role,
            Companions companions,
            List<String> names,
            String state,
            long position,
            Instant createdAt,
            Instant presentAt) {

        public boolean applied() {
            return state.equals("APPLIED");
        }
    }

    public long count(String state) {
        return rows.stream().filter(row -> row.state().equals(state)).count();
    }

    /** The intake is over and nobody has drawn yet. */
    public boolean drawable(Instant now) {
        return lottery != null && !lottery.drawn() && !session.intake().closesAt().isAfter(now);
    }
}
