package tsunagu.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.demonstration.DemonstrationCity.Happening;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventDraft.SessionDraft;
import tsunagu.event.EventDraft.Visit;
import tsunagu.event.EventType;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;

/** Events around one day. Past ones belong to no programme, so that they feed no official figure. */
final class Happenings {

    private static final int FIRST_DAY = -240;
    private static final int LAST_DAY = 180;
    private static final int BOOTHS_IN_A_ROW = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final Set<EventType> SATURDAYS =
            Set.of(EventType.JOINT_BRIEFING, EventType.WORK_EXPERIENCE, EventType.OUTSIDE_FAIR);
    private static final Set<String> ONE_DAY = Set.of("joint", "guidance", "kosen");
    private static final List<Integer> SEASON_OF_MONTH = List.of(4, 5, 0, 0, 1, 1, 2, 2, 3, 3, 3, 4);

    private final LocalDate today;
    private final Dice dice;
    private final Phrases phrases;
    private final Set<String> titles = new HashSet<>();

    Happenings(LocalDate today, Dice dice, Phrases phrases) {
        this.today = today;
        this.dice = dice;
        this.phrases = phrases;
    }

    List<Happening> drawn(List<DrawnFirm> firms) {
        List<Row> kinds = new ArrayList<>();
        Resources.rows("event-kinds").forEach(row -> {
            for (int i = 0; i < row.integer("events"); i++) {
                kinds.add(row);
            }
        });
        List<Row> order = dice.shuffled(kinds);
        List<Happening> happenings = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int offset = FIRST_DAY + 2 + i * (LAST_DAY - 30 - FIRST_DAY) / order.size() + dice.between(0, 4);
            happenings.add(happening(order.get(i), today.plusDays(offset), firms));
        }
        return happenings;
    }

    private Happening happening(Row kind, LocalDate near, List<DrawnFirm> firms) {
        EventType type = EventType.valueOf(kind.text("type"));
        LocalDate first = suitable(near, type);
        List<SessionDraft> sessions = sessions(kind, first);
        boolean allToCome = sessions.stream().allMatch(session -> session.date().isAfter(today));
        boolean feeds = allToCome && kind.text("programmes") != null && dice.chance(0.7);
        boolean online = sessions.stream().allMatch(session -> session.place().isEmpty());
        EventDraft draft = new EventDraft(
                title(kind, first),
                type,
                feeds ? dice.pick(kind.words("programmes")) : null,
                phrases.deal("about." + kind.text("key")),
                new Visit(
                                online ? null : area(kind, sessions.get(0).place()),
                                phrases.deal(online ? "access.online" : "access." + kind.text("mode")),
                                online ? "" : phrases.deal("bring." + kind.text("mode")))
                        .free(),
                sessions);
        return new Happening(draft, exhibitors(kind, firms));
    }

    /** Where the hall is; halls that are not listed are where their kind of event usually is. */
    private static String area(Row kind, String place) {
        return ReferenceTable.read("/demo/city/event-places.csv").stream()
                .filter(row -> row.text("place").equals(place))
                .findFirst()
                .map(row -> row.text("area"))
                .orElseGet(() -> kind.text("area"));
    }

    private String title(Row kind, LocalDate day) {
        List<String> seasons = phrases.all("season");
        Map<String, String> slots = Map.of("season", seasons.get(SEASON_OF_MONTH.get(day.getMonthValue() - 1)));
        String title = phrases.deal("happening.title." + kind.text("key"), slots);
        for (int tries = 0; !titles.add(title) && tries < 20; tries++) {
            title = phrases.deal("happening.title." + kind.text("key"), slots);
        }
        return title;
    }

    private static LocalDate suitable(LocalDate day, EventType type) {
        LocalDate result = day;
        if (SATURDAYS.contains(type)) {
            while (result.getDayOfWeek() != DayOfWeek.SATURDAY) {
                result = result.plusDays(1);
            }
            return result;
        }
        while (result.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            result = result.plusDays(1);
        }
        return result;
    }

    private List<SessionDraft> sessions(Row kind, LocalDate first) {
        int count = kind.integer("sessions");
        boolean oneDay = ONE_DAY.contains(kind.text("key"));
        List<SessionDraft> sessions = new ArrayList<>();
        String place = kind.text("mode").equals("online") ? "" : phrases.deal("place." + placeKey(kind));
        LocalTime start = LocalTime.parse(kind.text("start"), TIME);
        for (int i = 0; i < count; i++) {
            boolean online = place.isEmpty() || kind.text("mode").equals("mixed") && i == count - 1 && count > 1;
            LocalTime from = oneDay ? start.plusHours((kind.integer("hours") + 1L) * i) : start;
            sessions.add(new SessionDraft(
                    null,
                    count == 1
                            ? ""
                            : phrases.all(oneDay ? "session.day" : "session.times")
                                    .get(i),
                    oneDay ? first : first.plusWeeks(i),
                    from,
                    from.plusHours(kind.integer("hours")),
                    online ? "" : place,
                    online ? "https://example.jp/meeting/" + dice.between(100, 999) : "",
                    capacity(kind),
                    kind.words("roles").stream().map(AttendanceRole::valueOf).collect(Collectors.toSet())));
        }
        return sessions;
    }

    private static String placeKey(Row kind) {
        return kind.text("mode").equals("mixed") ? "room" : kind.text("mode");
    }

    private Integer capacity(Row kind) {
        Integer usual = kind.integer("capacity");
        return usual == null ? null : usual * dice.pick(List.of(4, 5, 5, 6)) / 5;
    }

    private Map<Integer, String> exhibitors(Row kind, List<DrawnFirm> firms) {
        Map<Integer, String> booths = new LinkedHashMap<>();
        int most = kind.integer("exhibitors");
        int wanted = most > 10 ? dice.between(Math.max(15, most / 2), most) : most;
        while (booths.size() < wanted) {
            int number = booths.size();
            String booth = (char) ('A' + number / BOOTHS_IN_A_ROW) + "-" + (number % BOOTHS_IN_A_ROW + 1);
            int firm = dice.between(0, firms.size() - 1);
            if (firms.get(firm).profile().employees() >= 8) {
                booths.putIfAbsent(firm, most > 10 ? booth : "");
            }
        }
        return booths;
    }
}
