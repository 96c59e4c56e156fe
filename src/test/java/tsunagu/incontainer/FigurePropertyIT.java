package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.plan.FigureDetail;
import tsunagu.plan.FigureRow;
import tsunagu.plan.PlanPeriods;
import tsunagu.plan.PlanService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;

/**
 * Over drawn data, every figure is the sum of the rows it opens to and what a simple count of the drawn things gives.
 *
 * <p>Each run draws other data. What was drawn hangs on one number, the seed, which is printed: {@code -Dfigures.seed=} draws the same
 * again, {@code -Dfigures.rounds=} draws more often ({@code -Pbench} does so by itself).
 */
@ArquillianTest
class FigurePropertyIT {

    private static final List<String> TYPES = List.of("SEMINAR", "COMPANY_TOUR", "GUIDANCE");
    private static final List<String> ROLES = List.of("EMPLOYEE", "GUARDIAN", "TEACHER", "EXHIBITOR");
    private static final String PROGRAMME = "drawn";

    /** After each of them the kept totals are compared again. */
    private static final int CHANGES = 7;

    /** @param laterTypes types from 2024 on, where the definition changed then; null otherwise */
    private record Measure(String code, String counting, Set<String> types, Set<String> roles, Set<String> laterTypes) {

        Set<String> types(int year) {
            return laterTypes != null && year >= 2024 ? laterTypes : types;
        }
    }

    private record Meeting(
            long id,
            long event,
            String type,
            boolean published,
            Integer companies,
            int year,
            LocalDate day,
            String outcome,
            Set<String> roles) {}

    private record Presence(
            Meeting at, long person, String role, Instant since, boolean undone, Map<String, Integer> companions) {

        /** Who of those who came along counts. */
        int of(Set<String> counted) {
            return companions.entrySet().stream()
                    .filter(each -> counted.contains(each.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    private record Heads(Meeting at, String role, int persons, int newPersons) {}

    private record Grant(
            LocalDate day,
            String recipient,
            long id,
            Long person,
            int adults,
            int children,
            long amount,
            boolean revoked) {}

    private record Month(LocalDate month, String kind, int revision, int quantity) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("sessions", "SESSIONS_HELD", null, null, null),
            new Measure("events", "EVENTS_HELD", Set.of("SEMINAR"), null, Set.of("SEMINAR", "GUIDANCE")),
            new Measure("total", "ATTENDANCE_TOTAL", null, null, null),
            new Measure("total-guardians", "ATTENDANCE_TOTAL", null, Set.of("GUARDIAN", "TEACHER"), null),
            new Measure("persons", "PERSONS_DISTINCT", null, null, null),
            new Measure(
                    "persons-tour",
                    "PERSONS_DISTINCT",
                    Set.of("COMPANY_TOUR"),
                    Set.of("EMPLOYEE", "GUARDIAN"),
                    Set.of("COMPANY_TOUR", "SEMINAR")),
            new Measure("companies", "COMPANIES_DISTINCT", null, null, null),
            new Measure("cases", "GRANT_CASES", null, null, null),
            new Measure("households", "GRANT_HOUSEHOLDS", null, null, null),
            new Measure("singles", "GRANT_SINGLES", null, null, null),
            new Measure("grant-persons", "GRANT_PERSONS", null, null, null),
            new Measure("grant-companies", "GRANT_COMPANIES", null, null, null),
            new Measure("amount", "GRANT_AMOUNT", null, null, null),
            new Measure("consultations", "MONTHLY_CONSULTATIONS", null, null, null),
            new Measure("placed", "MONTHLY_PLACED", null, null, null));

    @Inject
    private PlanPeriods periods;

    @Inject
    private World world;

    @Inject
    private PlanService plan;

    @Inject
    private CurrentActor currentActor;

    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Presence> presences = new ArrayList<>();
    private final List<Heads> heads = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Month> months = new ArrayList<>();
    /** In the order of drawing, which is the same again; numbers of persons are not. */
    private final Map<Long, Long> merged = new LinkedHashMap<>();

    @Test
    void total_rows_and_a_brute_force_count_agree() {
        // A seed that is named is drawn once: it is there to see a failure again.
        String named = System.getenv("TSUNAGU_FIGURES_SEED");
        int rounds = named.isEmpty() ? Integer.parseInt(System.getenv("TSUNAGU_FIGURES_ROUNDS")) : 1;
        for (int round = 1; round <= rounds; round++) {
            long seed = named.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(named);
            System.out.println("Figures are drawn with seed " + seed);
            world.undone(() -> {
                Random dice = new Random(seed);
                draw(dice);
                compare(seed);
                for (int change = 0; change < CHANGES; change++) {
                    change(dice, change);
                    compare(seed);
                }
            });
        }
    }

    private void compare(long seed) {
        int withRows = 0;
        for (Measure measure : MEASURES) {
            for (FiscalYear year : periods.years()) {
                String which = "seed " + seed + " " + measure.code() + " " + year.code();
                FigureDetail detail =
                        currentActor.as(World.STAFF, () -> plan.personRows(PROGRAMME, measure.code(), year));
                FigureDetail everybody = currentActor.as(World.STAFF, () -> plan.rows(PROGRAMME, measure.code(), year));
                BigDecimal counted = count(measure, year.year());
                assertEquals(counted == null, detail.figure().computed() == null, which + " recorded at all");
                if (counted == null) {
                    assertTrue(detail.rows().isEmpty(), which);
                    continue;
                }
                withRows++;
                assertEquals(
                        0,
                        counted.compareTo(detail.figure().computed()),
                        which + ": " + counted + " and " + detail.figure().computed());
                assertEquals(0, counted.compareTo(sum(detail)), which + " rows");
                assertEquals(0, counted.compareTo(sum(everybody)), which + " public rows");
            }
        }
        assertTrue(withRows > 50, "seed " + seed + ", figures compared: " + withRows);
    }

    private static BigDecimal sum(FigureDetail detail) {
        return detail.rows().stream().map(FigureRow::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Null where there is nothing to count: that is not zero. */
    private BigDecimal count(Measure measure, int year) {
        List<Meeting> scope = meetings.stream()
                .filter(each -> each.published() && each.year() == year)
                .filter(each ->
                        measure.types(year) == null || measure.types(year).contains(each.type()))
                .toList();
        return switch (measure.counting()) {
            case "SESSIONS_HELD" -> {
                List<Meeting> over = scope.stream()
                        .filter(each -> !each.outcome().equals("PLANNED"))
                        .toList();
                yield over.isEmpty()
                        ? null
                        : whole(over.stream()
                                .filter(each -> each.outcome().equals("HELD"))
                                .count());
            }
            case "EVENTS_HELD" -> {
                Set<Long> over = new HashSet<>();
                Set<Long> held = new HashSet<>();
                scope.stream().filter(each -> !each.outcome().equals("PLANNED")).forEach(each -> {
                    over.add(each.event());
                    if (each.outcome().equals("HELD")) {
                        held.add(each.event());
                    }
                });
                yield over.isEmpty() ? null : whole(held.size());
            }
            case "COMPANIES_DISTINCT" -> {
                Map<Long, Integer> events = new HashMap<>();
                scope.stream()
                        .filter(each ->
                                each.companies() != null && each.outcome().equals("HELD"))
                        .forEach(each -> events.put(each.event(), each.companies()));
                yield events.isEmpty()
                        ? null
                        : whole(events.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
            }
            case "ATTENDANCE_TOTAL" -> presences(scope, measure, false);
            case "PERSONS_DISTINCT" -> presences(scope, measure, true);
            case "MONTHLY_CONSULTATIONS" -> months("CONSULTATIONS", year);
            case "MONTHLY_PLACED" -> months("PLACED", year);
            default -> grants(measure.counting(), year);
        };
    }

    private static Set<String> roles(Meeting meeting, Measure measure) {
        return measure.roles() == null ? meeting.roles() : measure.roles();
    }

    private BigDecimal presences(List<Meeting> scope, Measure measure, boolean persons) {
        boolean any = false;
        long sum = 0;
        Set<Long> seen = new HashSet<>();
        Map<Long, Presence> firstWithCompanions = new HashMap<>();
        for (Meeting meeting : scope) {
            Set<String> counted = roles(meeting, measure);
            Set<Long> here = new HashSet<>();
            Map<Long, Integer> brought = new HashMap<>();
            for (Presence each : presences) {
                if (each.at() != meeting || each.undone()) {
                    continue;
                }
                long person = merged.getOrDefault(each.person(), each.person());
                if (counted.contains(each.role())) {
                    any = true;
                    here.add(person);
                }
                int counts = each.of(counted);
                if (counts > 0) {
                    any = true;
                    brought.merge(person, counts, Math::max);
                    firstWithCompanions.merge(
                            person,
                            each,
                            java.util.function.BinaryOperator.minBy(Comparator.comparing((Presence p) -> p.at().day())
                                    .thenComparing(Presence::since)
                                    .thenComparing(p -> p.at().id())));
                }
            }
            for (Heads each : heads) {
                if (each.at() == meeting && counted.contains(each.role())) {
                    any = true;
                    sum += persons ? each.newPersons() : each.persons();
                }
            }
            seen.addAll(here);
            if (!persons) {
                sum += here.size()
                        + brought.values().stream().mapToInt(Integer::intValue).sum();
            }
        }
        if (persons) {
            sum += seen.size()
                    + firstWithCompanions.values().stream()
                            .mapToInt(each -> each.of(roles(each.at(), measure)))
                            .sum();
        }
        return any ? whole(sum) : null;
    }

    private BigDecimal months(String kind, int year) {
        Map<LocalDate, Month> latest = new HashMap<>();
        months.stream()
                .filter(each ->
                        each.kind().equals(kind) && FiscalYear.of(each.month()).year() == year)
                .forEach(each -> latest.merge(
                        each.month(), each, (one, other) -> one.revision() > other.revision() ? one : other));
        return latest.isEmpty()
                ? null
                : whole(latest.values().stream().mapToInt(Month::quantity).sum());
    }

    private BigDecimal grants(String counting, int year) {
        List<Grant> standing = grants.stream()
                .filter(each -> !each.revoked() && FiscalYear.of(each.day()).year() == year)
                .sorted(Comparator.comparing(Grant::day).thenComparing(Grant::id))
                .toList();
        if (standing.isEmpty()) {
            return null;
        }
        Set<Long> before = new HashSet<>();
        long sum = 0;
        for (Grant each : standing) {
            boolean company = each.recipient().equals("COMPANY");
            sum += switch (counting) {
                case "GRANT_CASES" -> 1;
                case "GRANT_AMOUNT" -> each.amount();
                case "GRANT_HOUSEHOLDS" -> each.recipient().equals("HOUSEHOLD") ? 1 : 0;
                case "GRANT_SINGLES" -> each.recipient().equals("SINGLE") ? 1 : 0;
                case "GRANT_COMPANIES" -> company ? 1 : 0;
                default ->
                    company || each.person() != null && !before.add(merged.getOrDefault(each.person(), each.person()))
                            ? 0
                            : each.adults() + each.children();
            };
        }
        return whole(sum);
    }

    private static BigDecimal whole(long number) {
        return BigDecimal.valueOf(number);
    }

    private void draw(Random dice) {
        List.of(meetings, presences, heads, grants, months).forEach(List::clear);
        merged.clear();
        world.change("insert into programme (id, strategy_no, name) values ('" + PROGRAMME + "', 1, 'drawn')");
        int position = 100000;
        for (Measure each : MEASURES) {
            long measure = world.insert(
                    "measure",
                    "programme_id",
                    PROGRAMME,
                    "code",
                    each.code(),
                    "label",
                    each.code(),
                    "unit",
                    "x",
                    "position",
                    position++);
            define(measure, each, 2022, each.types());
            if (each.laterTypes() != null) {
                define(measure, each, 2024, each.laterTypes());
            }
        }
        List<Long> persons = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            persons.add(world.insert("person", "name", "p" + i, "created_at", Instant.now(), "version", 0));
        }
        for (int i = 0; i < 8; i++) {
            long one = persons.get(i * 2);
            long into = persons.get(i * 2 + 1);
            world.change("update person set merged_into = " + into + " where id = " + one);
            merged.put(one, into);
        }
        for (int i = 0; i < 18; i++) {
            meetings(dice, i);
        }
        for (Meeting meeting : meetings) {
            present(dice, meeting, persons);
            count(dice, meeting);
        }
        for (int i = 0; i < 50; i++) {
            grant(dice, persons);
        }
        Map<String, Integer> revisions = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            LocalDate month = LocalDate.of(2022, 4, 1).plusMonths(dice.nextInt(60));
            String kind = dice.nextBoolean() ? "CONSULTATIONS" : "PLACED";
            int revision = revisions.merge(month + kind, 1, Integer::sum);
            int quantity = dice.nextInt(40);
            reported(new Month(month, kind, revision, quantity), dice.nextInt(4) > 0);
        }
    }

    /** A contractor's number; one that the city has not released is no part of any figure. */
    private void reported(Month month, boolean released) {
        long id = world.insert(
                "monthly_total",
                "programme_id",
                PROGRAMME,
                "kind",
                month.kind(),
                "month",
                month.month(),
                "revision",
                month.revision(),
                "quantity",
                month.quantity(),
                "source",
                "drawn",
                "entered_at",
                Instant.now());
        if (released) {
            months.add(month);
            world.change("insert into monthly_release (monthly_id, programme_id, released_at) values (" + id + ", '"
                    + PROGRAMME + "', now())");
        }
    }

    /** One thing that figures are made of, changed as its room changes it. */
    private void change(Random dice, int which) {
        Meeting meeting = meetings.get(dice.nextInt(meetings.size()));
        switch (which) {
            case 0 ->
                present(
                        dice,
                        meeting,
                        List.of(world.insert("person", "name", "late", "created_at", Instant.now(), "version", 0)));
            case 1 -> {
                Presence gone = presences.stream()
                        .filter(each -> !each.undone()
                                && each.at().published()
                                && each.at().roles().contains(each.role()))
                        .findFirst()
                        .orElseThrow();
                presences.set(
                        presences.indexOf(gone),
                        new Presence(gone.at(), gone.person(), gone.role(), gone.since(), true, gone.companions()));
                world.change("update attendance set undone_at = now() where session_id = "
                        + gone.at().id() + " and person_id = " + gone.person());
            }
            case 2 -> {
                long person = merged.keySet().iterator().next();
                merged.remove(person);
                world.change("update person set merged_into = null where id = " + person);
            }
            case 3 -> {
                Grant stands = grants.stream()
                        .filter(each -> !each.revoked())
                        .findFirst()
                        .orElseThrow();
                grants.set(
                        grants.indexOf(stands),
                        new Grant(
                                stands.day(),
                                stands.recipient(),
                                stands.id(),
                                stands.person(),
                                stands.adults(),
                                stands.children(),
                                stands.amount(),
                                true));
                world.change("update grant_decision set revoked_at = now(), revoked_why = 'drawn' where id = "
                        + stands.id());
            }
            case 4 -> {
                Month first = months.get(0);
                reported(new Month(first.month(), first.kind(), first.revision() + 100, first.quantity() + 5), true);
            }
            case 5 -> {
                world.change("update event_session set outcome = 'HELD' where id = " + meeting.id());
                replace(
                        meeting,
                        new Meeting(
                                meeting.id(),
                                meeting.event(),
                                meeting.type(),
                                meeting.published(),
                                meeting.companies(),
                                meeting.year(),
                                meeting.day(),
                                "HELD",
                                meeting.roles()));
            }
            default -> {
                world.change("delete from session_counted_role where session_id = " + meeting.id());
                replace(
                        meeting,
                        new Meeting(
                                meeting.id(),
                                meeting.event(),
                                meeting.type(),
                                meeting.published(),
                                meeting.companies(),
                                meeting.year(),
                                meeting.day(),
                                meeting.outcome(),
                                Set.of()));
            }
        }
    }

    private void replace(Meeting old, Meeting now) {
        meetings.set(meetings.indexOf(old), now);
        presences.replaceAll(each -> each.at() != old
                ? each
                : new Presence(now, each.person(), each.role(), each.since(), each.undone(), each.companions()));
        heads.replaceAll(
                each -> each.at() != old ? each : new Heads(now, each.role(), each.persons(), each.newPersons()));
    }

    private void define(long measure, Measure each, int from, Set<String> types) {
        world.number(
                "insert into measure_definition (id, measure_id, from_year, counting, basis, event_types, roles) values"
                        + " (nextval('tsunagu_seq'), ?1, ?2, ?3, 'RECORDS', string_to_array(nullif(?4, ''), ' '), string_to_array(nullif(?5, ''), ' '))"
                        + " returning id",
                measure,
                from,
                each.counting(),
                types == null ? "" : String.join(" ", types),
                each.roles() == null ? "" : String.join(" ", each.roles()));
    }

    private void meetings(Random dice, int number) {
        String type = TYPES.get(dice.nextInt(TYPES.size()));
        boolean published = dice.nextInt(6) > 0;
        Integer companies = dice.nextInt(3) == 0 ? null : dice.nextInt(80);
        long event = world.insert(
                "event",
                "code",
                "drawn-" + number,
                "programme_id",
                PROGRAMME,
                "type",
                type,
                "title",
                "drawn",
                "state",
                published ? "PUBLISHED" : "DRAFT",
                "companies",
                companies,
                "published_at",
                published ? Instant.now() : null,
                "version",
                0);
        LocalDate day = LocalDate.of(2022, 4, 1).plusDays(dice.nextInt(365 * 4));
        for (int i = 1; i <= 1 + dice.nextInt(3); i++) {
            LocalDate own = day.plusDays(i * 3L);
            String outcome =
                    List.of("HELD", "HELD", "HELD", "NOT_HELD", "PLANNED").get(dice.nextInt(5));
            int year = FiscalYear.of(own).year();
            long id = world.insert(
                    "event_session",
                    "event_id",
                    event,
                    "number",
                    i,
                    "known_to",
                    "DAY",
                    "held_on",
                    own,
                    "fiscal_year",
                    year,
                    "outcome",
                    outcome,
                    "version",
                    0);
            Set<String> roles = new HashSet<>();
            for (String role : ROLES) {
                if (dice.nextInt(3) > 0) {
                    roles.add(role);
                    world.change(
                            "insert into session_counted_role (session_id, role) values (" + id + ", '" + role + "')");
                }
            }
            meetings.add(new Meeting(id, event, type, published, companies, year, own, outcome, roles));
        }
    }

    private void present(Random dice, Meeting meeting, List<Long> persons) {
        for (Long person : persons) {
            if (dice.nextInt(4) > 0) {
                continue;
            }
            String role = ROLES.get(dice.nextInt(ROLES.size()));
            boolean undone = dice.nextInt(8) == 0;
            // A few come with others, of one kind or of several: a class with its second teacher.
            Map<String, Integer> along = new TreeMap<>();
            while (dice.nextInt(4) == 0) {
                along.put(ROLES.get(dice.nextInt(ROLES.size())), 1 + dice.nextInt(4));
            }
            String kinds = along.isEmpty()
                    ? null
                    : along.entrySet().stream()
                            .map(each -> each.getKey() + ":" + each.getValue())
                            .collect(Collectors.joining(" "));
            Instant since = meeting.day()
                    .atTime(9, 0)
                    .atZone(FiscalYear.ZONE)
                    .toInstant()
                    .plusSeconds(dice.nextInt(20000));
            presences.add(new Presence(meeting, person, role, since, undone, along));
            world.insert(
                    "attendance",
                    "session_id",
                    meeting.id(),
                    "person_id",
                    person,
                    "role",
                    role,
                    "checked_in_at",
                    since,
                    "undone_at",
                    undone ? since.plusSeconds(60) : null,
                    "companions",
                    along.values().stream().mapToInt(Integer::intValue).sum(),
                    "companion_kinds",
                    kinds,
                    "version",
                    0);
        }
    }

    private void count(Random dice, Meeting meeting) {
        for (String role : ROLES) {
            if (dice.nextInt(6) == 0) {
                int many = dice.nextInt(50);
                int fresh = dice.nextInt(many + 1);
                heads.add(new Heads(meeting, role, many, fresh));
                world.insert(
                        "head_count",
                        "session_id",
                        meeting.id(),
                        "role",
                        role,
                        "persons",
                        many,
                        "new_persons",
                        fresh,
                        "source",
                        "drawn",
                        "recorded_at",
                        Instant.now(),
                        "version",
                        0);
            }
        }
    }

    private void grant(Random dice, List<Long> persons) {
        String recipient = List.of("PERSON", "SINGLE", "HOUSEHOLD", "COMPANY").get(dice.nextInt(4));
        Long person = recipient.equals("PERSON") && dice.nextBoolean() ? persons.get(12 + dice.nextInt(6)) : null;
        int adults = recipient.equals("COMPANY") ? 0 : 1 + (recipient.equals("HOUSEHOLD") ? dice.nextInt(2) : 0);
        int children = recipient.equals("HOUSEHOLD") ? dice.nextInt(4) : 0;
        long amount = 1000L * (1 + dice.nextInt(900));
        boolean revoked = dice.nextInt(7) == 0;
        LocalDate day = LocalDate.of(2022, 4, 1).plusDays(dice.nextInt(365 * 4));
        long id = world.insert(
                "grant_decision",
                "programme_id",
                PROGRAMME,
                "recipient",
                recipient,
                "person_id",
                person,
                "name",
                "drawn",
                "adults",
                adults,
                "children",
                children,
                "amount",
                amount,
                "decided_on",
                day,
                "entered_at",
                Instant.now(),
                "revoked_at",
                revoked ? Instant.now() : null,
                "revoked_why",
                revoked ? "drawn" : "",
                "version",
                0);
        grants.add(new Grant(day, recipient, id, person, adults, children, amount, revoked));
    }
}
