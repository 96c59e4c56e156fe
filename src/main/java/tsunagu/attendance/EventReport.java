package tsunagu.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventView;
import tsunagu.event.SessionView;

/**
 * 開催の報告: how many asked, how many came, and how. Every number is the sum of the numbers it is said to be made of ({@link Numbers}).
 * People who came along are counted everywhere.
 *
 * @param closedAt when the event was closed and this became final; null: may still change
 * @param total all sessions together; who came to two of them is in it twice (延べ)
 * @param persons people recorded one by one, each once (実人数); without those who came along and those who were only counted
 * @param differences of a closed event, from what would be counted today
 */
public record EventReport(
        EventView event,
        Instant closedAt,
        List<Session> sessions,
        Numbers total,
        long persons,
        List<Difference> differences) {

    /** Without a difference. */
    public EventReport(EventView event, Instant closedAt, List<Session> sessions, Numbers total, long persons) {
        this(event, closedAt, sessions, total, persons, List.of());
    }

    /**
     * A number that would be another one today: somebody turned out to be somebody else as well, or had what is kept about them deleted.
     *
     * @param name of the number, where it is not one of a {@code role}
     */
    public record Difference(String name, AttendanceRole role, long then, long now) {}

    /** The same as it was at the closing. */
    EventReport asThen(Map<Long, Numbers> numbers, long personsThen) {
        List<Session> before = sessions.stream()
                .map(each -> new Session(
                        each.session(), numbers.getOrDefault(each.session().id(), each.numbers())))
                .toList();
        EventReport then = new EventReport(
                event,
                closedAt,
                before,
                Numbers.sum(before.stream().map(Session::numbers).toList()),
                personsThen);
        return new EventReport(event, closedAt, before, then.total, personsThen, then.differences(this));
    }

    private List<Difference> differences(EventReport now) {
        Map<String, Line> then = byName(lines());
        Map<String, Line> today = byName(now.lines());
        List<Difference> all = new ArrayList<>();
        Stream.concat(then.keySet().stream(), today.keySet().stream())
                .distinct()
                .forEach(name -> {
                    Line line = then.getOrDefault(name, today.get(name));
                    int before = sum(then.get(name));
                    int after = sum(today.get(name));
                    if (before != after) {
                        all.add(new Difference(line.name(), line.role(), before, after));
                    }
                });
        if (persons != now.persons) {
            all.add(new Difference("persons", null, persons, now.persons));
        }
        return all;
    }

    private static Map<String, Line> byName(List<Line> lines) {
        Map<String, Line> byName = new LinkedHashMap<>();
        lines.forEach(each -> byName.put(each.name() + each.role(), each));
        return byName;
    }

    /** Of all sessions; a line that is not there is of nobody. */
    private static int sum(Line line) {
        return line == null ? 0 : line.numbers().get(line.numbers().size() - 1);
    }

    public record Session(SessionView session, Numbers numbers) {}

    /** How somebody came to be there. */
    public enum Way {
        /** Had a seat. */
        REGISTERED,
        /** Came along with somebody who had said that fewer would. */
        MORE,
        /** Waited for a seat, or had none, and was let in. */
        LINE,
        CANCELLED,
        /** Had a seat at another session of the event. */
        OTHER_SESSION,
        WALK_IN,
        IMPORT
    }

    /**
     * @param registered people with a seat = came of them + {@code noShows}
     * @param came who was recorded one by one, by how they came
     * @param recorded the same people, by role; {@code counted} 頭数, by role
     * @param audience roles this session is for: everybody else is there for them (exhibitors, staff)
     * @param answers who answered the questionnaire, of those who were recorded; {@code answersOfOthers}: of everybody else
     */
    public record Numbers(
            int registered,
            Map<Way, Integer> came,
            Map<AttendanceRole, Integer> recorded,
            Map<AttendanceRole, Integer> counted,
            Map<AttendanceRole, Integer> audience,
            boolean headsCounted,
            int answers,
            int answersOfOthers) {

        /** Of several sessions. */
        public static Numbers sum(List<Numbers> several) {
            Map<Way, Integer> came = new TreeMap<>();
            Map<AttendanceRole, Integer> recorded = new TreeMap<>();
            Map<AttendanceRole, Integer> counted = new TreeMap<>();
            Map<AttendanceRole, Integer> audience = new TreeMap<>();
            for (Numbers each : several) {
                add(came, each.came);
                add(recorded, each.recorded);
                add(counted, each.counted);
                add(audience, each.audience);
            }
            return new Numbers(
                    several.stream().mapToInt(Numbers::registered).sum(),
                    came,
                    recorded,
                    counted,
                    audience,
                    several.stream().anyMatch(Numbers::headsCounted),
                    several.stream().mapToInt(Numbers::answers).sum(),
                    several.stream().mapToInt(Numbers::answersOfOthers).sum());
        }

        private static <K> void add(Map<K, Integer> sums, Map<K, Integer> more) {
            more.forEach((key, many) -> sums.merge(key, many, Integer::sum));
        }

        /** @param way of {@link Way}, by its name */
        public int by(String way) {
            return came.getOrDefault(Way.valueOf(way), 0);
        }

        public int noShows() {
            return registered - by("REGISTERED");
        }

        /** Recorded one by one = the sum over all ways = the sum over all roles. */
        public int recordedInAll() {
            return came.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** 頭数 */
        public int heads() {
            return counted.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Everybody who was there, by either way of counting = {@link #forWhom} + {@link #others}. */
        public int inAll() {
            return recordedInAll() + heads();
        }

        public List<AttendanceRole> roles() {
            Map<AttendanceRole, Integer> all = new TreeMap<>(recorded);
            add(all, counted);
            return List.copyOf(all.keySet());
        }

        public int recordedAs(AttendanceRole role) {
            return recorded.getOrDefault(role, 0);
        }

        public int countedAs(AttendanceRole role) {
            return counted.getOrDefault(role, 0);
        }

        public int allAs(AttendanceRole role) {
            return recordedAs(role) + countedAs(role);
        }

        /** Of a role, those at sessions that are for it. */
        public int audienceAs(AttendanceRole role) {
            return audience.getOrDefault(role, 0);
        }

        /** 対象の人 */
        public int forWhom() {
            return audience.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Exhibitors, staff, and whoever else came whom it was not for. */
        public int others() {
            return inAll() - forWhom();
        }
    }

    /**
     * A line of the report as a table: a number for each session, and the sum.
     *
     * @param name of the number, where it is not one of a {@code role}
     */
    public record Line(String name, AttendanceRole role, List<Integer> numbers) {}

    /** All numbers, in the order in which they add up; then everybody by role, whose sum is {@code inAll}. */
    public List<Line> lines() {
        List<Numbers> columns =
                new ArrayList<>(sessions.stream().map(Session::numbers).toList());
        columns.add(total);
        List<Line> lines = new ArrayList<>();
        lines.add(line("registered", columns, Numbers::registered));
        lines.add(line("came", columns, each -> each.by("REGISTERED")));
        lines.add(line("noShows", columns, Numbers::noShows));
        for (Way way : Way.values()) {
            if (way != Way.REGISTERED && total.by(way.name()) > 0) {
                lines.add(line("way." + way, columns, each -> each.by(way.name())));
            }
        }
        lines.add(line("recorded", columns, Numbers::recordedInAll));
        lines.add(line("heads", columns, Numbers::heads));
        lines.add(line("inAll", columns, Numbers::inAll));
        lines.add(line("audience", columns, Numbers::forWhom));
        lines.add(line("others", columns, Numbers::others));
        lines.add(line("answers", columns, Numbers::answers));
        if (total.answersOfOthers() > 0) {
            lines.add(line("answersOfOthers", columns, Numbers::answersOfOthers));
        }
        for (AttendanceRole role : total.roles()) {
            lines.add(new Line(
                    "role", role, columns.stream().map(each -> each.allAs(role)).toList()));
        }
        return lines;
    }

    private static Line line(String name, List<Numbers> columns, ToIntFunction<Numbers> number) {
        return new Line(name, null, columns.stream().map(number::applyAsInt).toList());
    }
}
