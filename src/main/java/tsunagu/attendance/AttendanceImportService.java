package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.registration.Roster;
import tsunagu.registration.RosterRepository;
import tsunagu.registration.ShortCode;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.EatenZero;
import tsunagu.shared.FoldedName;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.LongWork;
import tsunagu.shared.MailAddress;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/**
 * Who was there, out of a list somebody else kept (a meeting tool, a school, a spreadsheet). Looked at line by line first, then
 * all of it or nothing. The same list sent twice changes nothing the second time.
 */
@ApplicationScoped
@Transactional
public class AttendanceImportService {

    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_READING = 200;

    static final List<String> COLUMNS = List.of("code", "name", "reading", "role", "email", "present");

    /** What the list of registrations, written out by the portal, calls the same columns; those without one here say nothing new. */
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("event.roster.code", "code"),
            Map.entry("event.register.name", "name"),
            Map.entry("event.register.reading", "reading"),
            Map.entry("event.door.role", "role"),
            Map.entry("event.roster.contact", "email"),
            Map.entry("event.door.present", "present"),
            Map.entry("event.roster.state", "state"),
            Map.entry("event.roster.lot", ""),
            Map.entry("event.roster.companions", ""),
            Map.entry("event.roster.companionRole", ""),
            Map.entry("event.roster.school", ""),
            Map.entry("event.roster.className", ""),
            Map.entry("event.roster.telephone", ""),
            Map.entry("event.register.names", ""),
            Map.entry("event.roster.at", ""),
            Map.entry("event.roster.presentWith", ""),
            Map.entry("event.roster.presentKinds", ""));

    /** Columns whose cells say who it was. */
    private static final List<String> WHO = List.of("code", "name", "reading", "role", "email");

    private static final int CODE_DIGITS = 8;

    /** Lines whose records are held in memory until they are let go: every further one is compared with all of them. */
    private static final int AT_A_TIME = 100;

    @Inject
    private Locks locks;

    @Inject
    private EventRepository events;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private PeopleRepository persons;

    @Inject
    private RosterRepository rosters;

    @Inject
    private DoorJudge judge;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @UseCase(allow = Role.STAFF, changes = false)
    public List<String> columns() {
        return COLUMNS.stream().map(AttendanceImportService::label).toList();
    }

    /** @throws DomainException when it is no table */
    @UseCase(allow = Role.STAFF, changes = false)
    public AttendanceTable read(long sessionId, String text) {
        Map<String, String> known = new HashMap<>();
        WRITTEN_OUT.forEach((key, column) -> known.put(PastedTable.key(Words.japanese(key)), column));
        COLUMNS.forEach(column -> known.put(PastedTable.key(label(column)), column));
        PastedTable table = PastedTable.of(text, known.keySet(), PastedTable.MOST_KEPT_ROWS);
        List<String> unknown = table.header().stream()
                .filter(name -> !name.isBlank() && !known.containsKey(PastedTable.key(name)))
                .toList();
        List<Map<String, String>> rows =
                table.rows().stream().map(row -> cells(row, known)).toList();
        // A list on which nobody is marked is a list of those who were there; on one with marks it is those with a
        // mark.
        boolean marked = rows.stream()
                .anyMatch(cells -> !cells.getOrDefault("present", "").isEmpty());
        int absent = 0;
        KnownPeople people = new KnownPeople(
                rosters.rows(sessionId),
                persons.ofEvent(sessionId),
                attendances.nonces(sessionId),
                attendances.present(sessionId));
        Map<String, Integer> seen = new HashMap<>();
        List<AttendanceTable.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> cells = rows.get(i);
            if (marked ? !came(cells.getOrDefault("present", "")) : !holdsSeat(cells.getOrDefault("state", ""))) {
                absent++;
                continue;
            }
            // The same list again is the same people again; the same line twice in one list says nothing of a second
            // person.
            String same = sessionId + "|"
                    + WHO.stream().map(each -> cells.getOrDefault(each, "")).toList();
            int number = table.lines().get(i);
            AttendanceTable.Line line = line(number, cells, people, Secrets.digest(same + "|1"));
            if (line.problem().isEmpty()
                    && cameWithout(cells.getOrDefault("state", ""))
                    && people.presentCalled(line.name())) {
                // The portal's own list of this session: whoever came without a seat is on it as such, with a name
                // only.
                lines.add(line.recorded());
                continue;
            }
            // Whoever is on the list of those who registered, or is known from another session, is one person, however
            // they were written.
            String who = line.registration() != null
                    ? "r" + line.registration()
                    : line.person() != null ? "p" + line.person() : same;
            Integer before = seen.putIfAbsent(who, number);
            lines.add(
                    before == null || !line.problem().isEmpty()
                            ? line
                            : line.with("event.error.importTwice", String.valueOf(before)));
        }
        return new AttendanceTable(lines, unknown, absent);
    }

    /** Whom the portal knows, by what a list may say of them: read and folded once, not again for every line. */
    private static final class KnownPeople {

        private final Set<String> codes;
        private final Map<String, Roster.Row> byCode;
        private final Map<String, List<Roster.Row>> byMail;
        private final Map<String, List<Roster.Row>> byName;
        private final Map<String, List<SamePerson.Entry>> entries;
        private final Set<String> nonces;
        private final Set<Long> present;

        /**
         * @param rows of the session's roster, whatever their state; only who has a seat is found
         * @param people of the event
         * @param nonces of what was recorded at the session
         * @param present people who are recorded as present
         */
        KnownPeople(List<Roster.Row> rows, List<SamePerson.Entry> people, Set<String> nonces, Set<Long> present) {
            List<Roster.Row> seated = rows.stream().filter(Roster.Row::expected).toList();
            codes = rows.stream().map(KnownPeople::digits).collect(Collectors.toSet());
            byCode = seated.stream().collect(Collectors.toMap(KnownPeople::digits, row -> row));
            byMail = seated.stream()
                    .collect(Collectors.groupingBy(row -> row.contact().toLowerCase(Locale.ROOT)));
            byName = seated.stream().collect(Collectors.groupingBy(row -> FoldedName.of(row.name())));
            entries = people.stream().collect(Collectors.groupingBy(each -> FoldedName.of(each.name())));
            this.nonces = nonces;
            this.present = present;
        }

        private static String digits(Roster.Row row) {
            return ShortCode.typed(row.code()).orElseThrow().digits();
        }

        List<Roster.Row> of(String name, String reading, String email) {
            List<Roster.Row> fitting =
                    email.isEmpty() ? List.of() : byMail.getOrDefault(email.toLowerCase(Locale.ROOT), List.of());
            if (!fitting.isEmpty() || name.isEmpty()) {
                return fitting;
            }
            return byName.getOrDefault(FoldedName.of(name), List.of()).stream()
                    .filter(each -> reading.isEmpty()
                            || each.reading().isEmpty()
                            || FoldedName.of(each.reading()).equals(FoldedName.of(reading)))
                    .toList();
        }

        boolean presentCalled(String name) {
            return entries.getOrDefault(FoldedName.of(name), List.of()).stream()
                    .anyMatch(each -> present.contains(each.id()));
        }

        /**
         * Who comes to a course three times is one person: known from another session of the event by the name, however it is written,
         * together with the reading or the address. A family shares an address and a name alone is no person; those pairs staff decide on.
         *
         * @return null for somebody new, and where two people fit
         */
        Long person(String name, String reading, String email) {
            List<Long> found = entries.getOrDefault(FoldedName.of(name), List.of()).stream()
                    .filter(each -> !email.isEmpty() && each.mail().equalsIgnoreCase(MailAddress.narrow(email))
                            || !reading.isEmpty()
                                    && FoldedName.of(each.reading()).equals(FoldedName.of(reading)))
                    .map(SamePerson.Entry::id)
                    .distinct()
                    .toList();
            return found.size() == 1 ? found.get(0) : null;
        }
    }

    private static Map<String, String> cells(Map<String, String> row, Map<String, String> known) {
        Map<String, String> cells = new HashMap<>();
        row.forEach((column, cell) -> {
            String id = known.getOrDefault(column, "");
            if (!id.isEmpty() && (!cell.isEmpty() || !cells.containsKey(id))) {
                cells.put(id, cell);
            }
        });
        return cells;
    }

    /** Words that say no are no mark. */
    private static boolean came(String mark) {
        return !mark.isEmpty()
                && !Set.of(Words.japanese("event.import.absent").split(" ")).contains(PastedTable.key(mark));
    }

    /** Of a list that the portal wrote out: who gave the seat back or waits for one was not there, unless somebody is marked. */
    private static boolean holdsSeat(String state) {
        return Stream.of("CANCELLED", "WAITING", "OFFERED", "LAPSED", "APPLIED", "REFUSED")
                .noneMatch(each ->
                        Words.japanese("event.registrationState." + each).equals(state));
    }

    /** Of a list that the portal wrote out: the state of who had not asked for a seat is how they were recorded. */
    private static boolean cameWithout(String state) {
        return Arrays.stream(Attendance.Source.values())
                .anyMatch(each -> Words.japanese("event.source." + each).equals(state));
    }

    private static AttendanceTable.Line line(int number, Map<String, String> cells, KnownPeople people, String nonce) {
        String name = cells.getOrDefault("name", "");
        String reading = cells.getOrDefault("reading", "");
        AttendanceRole role = role(cells.getOrDefault("role", "")).orElse(null);
        String code = cells.getOrDefault("code", "");
        String email = cells.getOrDefault("email", "");
        if (!email.isEmpty() && !MailAddress.plausible(email)) {
            return AttendanceTable.Line.wrong(number, name, reading, "event.error.importMail", email);
        }
        List<Roster.Row> fitting = code.isEmpty()
                ? people.of(name, reading, email)
                : ShortCode.typed(code).map(ShortCode::digits).map(people.byCode::get).stream()
                        .toList();
        if (!code.isEmpty() && fitting.isEmpty()) {
            Optional<String> eaten = EatenZero.code(code, CODE_DIGITS).filter(people.codes::contains);
            return eaten.isPresent()
                    ? AttendanceTable.Line.wrong(number, name, reading, "event.error.importZero", eaten.get())
                    : AttendanceTable.Line.wrong(number, name, reading, "event.error.importCode", code);
        }
        if (fitting.size() > 1) {
            return AttendanceTable.Line.wrong(number, name, reading, "event.error.importTwo", name);
        }
        if (fitting.size() == 1) {
            Roster.Row row = fitting.get(0);
            return new AttendanceTable.Line(
                    number,
                    row.name(),
                    row.reading(),
                    row.role(),
                    row.registration(),
                    null,
                    row.presentAt() != null,
                    nonce,
                    "",
                    "");
        }
        String said = cells.getOrDefault("role", "");
        if (name.isEmpty() || letters(name) > LONGEST_NAME || letters(reading) > LONGEST_READING) {
            return AttendanceTable.Line.wrong(number, name, reading, "event.error.importName", "");
        }
        if (role == null) {
            return AttendanceTable.Line.wrong(
                    number,
                    name,
                    reading,
                    said.isEmpty() ? "event.error.importRole" : "event.error.importRoleUnknown",
                    said);
        }
        Long person = people.person(name, reading, email);
        boolean present = people.nonces.contains(nonce) || person != null && people.present.contains(person);
        return new AttendanceTable.Line(number, name, reading, role, null, person, present, nonce, "", "");
    }

    /**
     * @param progress told after every line
     * @return people who were not recorded before
     * @throws DomainException when a line has a problem; then nothing is recorded
     */
    @UseCase(allow = Role.STAFF)
    public int take(long sessionId, String text, LongWork.Progress progress) {
        EventSession session = events.session(sessionId);
        Instant now = clock.instant();
        if (!session.event().published()) {
            throw new DomainException("event.error.notPublished");
        }
        session.requireDay(now);
        AttendanceTable table = read(sessionId, text);
        if (!table.ready()) {
            throw new DomainException("event.error.importNotReady");
        }
        // All at once and in the order of locks, whatever the order of the list.
        locks.hold(Lock.SESSION, sessionId);
        locks.hold(
                Lock.REGISTRATION,
                table.lines().stream()
                        .map(AttendanceTable.Line::registration)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .toArray());
        int fresh = 0;
        int told = 0;
        for (AttendanceTable.Line line : table.lines()) {
            if (++told % AT_A_TIME == 0) {
                attendances.letGo();
                session = events.session(sessionId);
            }
            progress.told(told, table.lines().size());
            if (line.alreadyPresent()) {
                continue;
            }
            CheckInRecord fact = CheckInRecord.listed(line);
            DoorJudge.CheckInDecision judged =
                    judge.judge(session, fact, null, currentActor.get().accountId(), session.begin(now), now);
            fresh += judged.verdict().outcome() == ScanOutcome.OK && !judged.repeated() ? 1 : 0;
        }
        return fresh;
    }

    /** By its name in Japanese or English, or its code. */
    private static Optional<AttendanceRole> role(String written) {
        return Arrays.stream(AttendanceRole.values())
                .filter(each -> each.name().equalsIgnoreCase(written)
                        || FoldedName.of(Words.japanese("event.role." + each)).equals(FoldedName.of(written)))
                .findFirst();
    }

    /** Rare kanji are two halves and one letter. */
    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String label(String column) {
        return Words.japanese("event.import." + column);
    }
}
