package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorReportService;
import tsunagu.attendance.DoorService;
import tsunagu.attendance.HeadCountEntry;
import tsunagu.attendance.HeadCountService;
import tsunagu.attendance.PeopleService;
import tsunagu.attendance.SamePerson;
import tsunagu.evaluation.Difference;
import tsunagu.evaluation.DifferenceService;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.EvaluationSheetForm;
import tsunagu.evaluation.FutureDirection;
import tsunagu.evaluation.Grade;
import tsunagu.evaluation.LockExceptionService;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.plan.Counting;
import tsunagu.plan.DefinitionService;
import tsunagu.plan.Direction;
import tsunagu.plan.FigureEntry;
import tsunagu.plan.FigureRow;
import tsunagu.plan.MeasureDefinition;
import tsunagu.plan.PlanService;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/** What is approved stays, whatever happens afterwards; what happened is shown as difference. */
@ArquillianTest
class OfficialIT {

    private static final FiscalYear R5 = FiscalYear.parse("R5");
    /** A daily task is told a day; this one does not ask for it. */
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private static final String PROGRAMME = "next-monozukuri";
    private static final String MEASURE = "participants";
    private static final Actor MANAGER = new Actor(null, null, "system:manager", Set.of(Role.MANAGER));

    /** 資料2 of R5 where its grade is another one than the figures suggest: suggested, printed. */
    private static final Map<String, String> OVERRIDDEN = Map.of(
            "migrant-housing", "B A",
            "founder-stabilization", "B A",
            "student-founder", "C B",
            "ilc", "A B",
            "company-strengthening", "B A");

    /** 資料4 where it is another grade than 資料2: 資料2, 資料4. */
    private static final Map<String, String> PAPERS_DIFFER = Map.of(
            "ice-age-generation", "A B",
            "chutohoku-guidance", "A B",
            "recruit-training-subsidy", "B A",
            "company-charm", "C A",
            "company-strengthening", "A B",
            "dx-support", "A B");

    @Inject
    private World world;

    @Inject
    private PlanService plan;

    @Inject
    private DefinitionService definitions;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private OfficialService official;

    @Inject
    private DifferenceService differences;

    @Inject
    private LockExceptionService exceptions;

    @Inject
    private RegistrationService registrations;

    @Inject
    private DoorService door;

    @Inject
    private DoorReportService reports;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private PeopleService people;

    @Inject
    private HeadCountService headCounts;

    @Inject
    private CurrentActor currentActor;

    @Test
    void the_rule_suggests_what_the_papers_of_R5_print_except_where_a_person_decided() {
        Map<String, String> overridden = new TreeMap<>();
        Map<String, String> differ = new TreeMap<>();
        int suggested = 0;
        for (SheetView sheet : currentActor.as(World.STAFF, () -> evaluations.sheets(R5))) {
            Grade printed = sheet.decision(Papers.RESULTS).grade();
            Grade next = sheet.decision(Papers.NEXT_YEAR).grade();
            if (sheet.suggestion().grade() != null) {
                suggested++;
            }
            if (sheet.overridden()) {
                overridden.put(sheet.programme().id(), sheet.suggestion().grade() + " " + printed);
            }
            if (sheet.papersDiffer()) {
                differ.put(sheet.programme().id(), printed + " " + next);
            }
        }
        assertEquals(new TreeMap<>(OVERRIDDEN), overridden);
        assertEquals(new TreeMap<>(PAPERS_DIFFER), differ);
        assertEquals(47, suggested, "programmes with a suggested grade");
    }

    @Test
    void nothing_that_happens_later_changes_an_approved_figure() {
        ManagedEvent course = world.today(PROGRAMME, EventType.SEMINAR, null, null);
        long session = course.sessions().get(0).session().id();
        FiscalYear year = course.event().sessions().get(0).times().fiscalYear();
        long base = live(year);
        int numbered = 0;
        long toldAtNight = 0;
        List<Actor> present = new ArrayList<>();
        for (String name : List.of("確定 一子", "確定 二子", "確定 二子")) {
            present.add(attend(course, session, name));
        }
        approve(year);
        try {
            BigDecimal approved = actual(year);
            assertEquals(base + 3, live(year), "the rows before");

            attend(course, session, "遅れ 四子");
            Actor atTheDoor = new Actor(world.seeker("受付").accountId(), null, "door", Set.of(Role.DOOR));
            DoorPhoneService.Opened device = currentActor.as(
                    atTheDoor, () -> phones.open(session, null, null).orElseThrow());
            currentActor.as(
                    atTheDoor,
                    () -> reports.click(
                            session,
                            device.secret(),
                            Secrets.token(),
                            AttendanceRole.EMPLOYEE,
                            2,
                            java.time.Instant.now()));
            world.undo(session, present.get(0).personId());
            SamePerson same = currentActor.as(World.STAFF, () -> people.alike()).stream()
                    .filter(each -> each.one() == present.get(1).personId()
                            && each.other() == present.get(2).personId())
                    .findFirst()
                    .orElseThrow();
            people(() -> people.merge(same.pair(), same.seen()));
            world.forget(present.get(1).personId());

            assertEquals(approved, actual(year));
            assertEquals(
                    approved,
                    currentActor.as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year)).rows().stream()
                            .map(FigureRow::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertEquals(
                    Map.of("LATE", 2L, "UNDONE", 1L, "MERGED", 1L),
                    currentActor.as(World.STAFF, () -> differences.differences(PROGRAMME, year)).stream()
                            .filter(each -> !each.why().equals("CHANGED"))
                            .collect(Collectors.groupingBy(Difference::why, Collectors.counting())));

            assertEquals(
                    currentActor
                            .as(World.STAFF, () -> differences.differences(PROGRAMME, year))
                            .size(),
                    currentActor
                            .as(World.STAFF, () -> evaluations.sheet(PROGRAMME, year))
                            .differences(),
                    "the kept count of differences");

            Map<Integer, String> numbers =
                    currentActor.as(World.STAFF, () -> differences.differences(PROGRAMME, year)).stream()
                            .collect(Collectors.toMap(Difference::number, each -> each.why() + " " + each.measure()));
            people(() -> people.undo(world.number("select id from person_merge where merged = "
                    + present.get(2).personId())));
            assertEquals(approved, actual(year));
            List<Difference> after = currentActor.as(World.STAFF, () -> differences.differences(PROGRAMME, year));
            List<Difference> ended = currentActor.as(World.STAFF, () -> differences.endedDifferences(PROGRAMME, year));
            assertTrue(
                    ended.stream().anyMatch(each -> String.valueOf(numbers.get(each.number()))
                            .startsWith("MERGED")),
                    "the merge is no difference any more");
            after.forEach(each -> assertTrue(
                    !numbers.containsKey(each.number())
                            || numbers.get(each.number()).equals(each.why() + " " + each.measure()),
                    "a number belongs to one difference: " + each));
            assertTrue(
                    Stream.concat(after.stream(), ended.stream())
                            .map(Difference::number)
                            .collect(Collectors.toSet())
                            .containsAll(numbers.keySet()),
                    "no number is lost");
            numbered = after.size() + ended.size();
            // Every night the chain is told of them, and of each only once.
            night();
            OfficialService.Entry told = last();
            assertEquals("DIFFERENCES", told.kind());
            long approval = after.get(0).approval();
            long over =
                    ended.stream().filter(each -> each.approval() == approval).count();
            assertTrue(told.content().contains("\"approval\":" + approval + ","), told.content());
            assertEquals(after.size() + over, told.content().split("\"foundAt\"").length - 1, told.content());
            assertEquals(over, told.content().split("\"endedAt\"").length - 1, told.content());
            assertFalse(
                    told.content().contains("\"event\"") || told.content().contains("\"day\""),
                    "no row that is one person");
            night();
            assertEquals(told.seq(), last().seq(), "told once");
            assertTrue(currentActor.as(World.STAFF, () -> differences.differences(PROGRAMME, year)).stream()
                    .allMatch(each -> each.record() == told.seq()));
            toldAtNight = told.seq();
            assertEquals(approved, actual(year), "the approval holds");
            assertTrue(
                    plan.programme(PROGRAMME, year).grade(year).matches("[A-D]"), "a grade that holds is everybody's");
            attend(course, session, "その後 五子");
        } finally {
            reopen(year);
        }
        // What nobody had told the chain yet is told before the approval it differs from ends.
        List<OfficialService.Entry> end = currentActor.as(World.STAFF, () -> official.chain());
        assertEquals(
                List.of("DIFFERENCES", "REOPENING"),
                end.subList(end.size() - 2, end.size()).stream()
                        .map(OfficialService.Entry::kind)
                        .toList());
        assertTrue(end.get(end.size() - 2).seq() > toldAtNight, "an entry of its own, after the night's");
        assertEquals("", plan.programme(PROGRAMME, year).grade(year), "no grade of a year that is open again");
        List<Difference> kept = currentActor.as(World.STAFF, () -> differences.endedDifferences(PROGRAMME, year));
        assertTrue(kept.size() >= numbered, "what was numbered under the approval stays, and has ended with it");
        assertTrue(currentActor
                .as(World.STAFF, () -> differences.differences(PROGRAMME, year))
                .isEmpty());
        // Persons four and five and two heads came, person one went; the merge was taken back.
        assertEquals(base + 3 + 2 + 2 - 1, live(year));
        assertEquals(0, BigDecimal.valueOf(live(year)).compareTo(actual(year)));
    }

    @Test
    void what_staff_enter_by_hand_is_refused_in_an_approved_year_and_accepted_under_an_exception() {
        ManagedEvent course = world.today(PROGRAMME, EventType.SEMINAR, null, null);
        long session = course.sessions().get(0).session().id();
        FiscalYear year = course.event().sessions().get(0).times().fiscalYear();
        approve(year);
        try {
            Runnable count = () -> people(() -> headCounts.enter(new HeadCountEntry(
                    session,
                    headCounts.sheet(session).stamp(),
                    List.of(new HeadCountEntry.Line(AttendanceRole.EMPLOYEE, 7, null)),
                    "test")));
            Runnable target = () ->
                    people(() -> plan.setTarget(new FigureEntry(PROGRAMME, MEASURE, year, BigDecimal.TEN, "test")));
            BigDecimal before = actual(year);
            assertEquals("web.error.yearLocked", refused(count));
            assertEquals("web.error.yearLocked", refused(target));
            assertEquals(
                    "web.error.yearLocked",
                    refused(() -> world.event(
                            course.event().sessions().get(0).times().heldOn(), PROGRAMME, EventType.SEMINAR, 5)));
            assertEquals("evaluation.error.state.APPROVED", refused(() -> write(year, Grade.C)));
            assertEquals(
                    "web.error.yearLocked",
                    refused(() -> people(() -> definitions.preview(counting(year, Counting.SESSIONS_HELD)))));

            manager(() -> exceptions.grant(PROGRAMME, year, "数え間違いの訂正"));
            count.run();
            target.run();
            assertEquals(before, actual(year), "an exception changes records, never the approved figure");
            assertEquals(
                    List.of("TARGET"),
                    currentActor.as(World.STAFF, () -> differences.differences(PROGRAMME, year)).stream()
                            .map(Difference::kind)
                            .filter(each -> !each.equals("HEAD_COUNT"))
                            .toList(),
                    "a target that was changed is a difference, too");
            long exception = currentActor.as(MANAGER, () -> exceptions.all()).stream()
                    .filter(each -> each.revokedAt() == null)
                    .findFirst()
                    .orElseThrow()
                    .id();
            manager(() -> exceptions.revoke(exception));
            assertEquals("web.error.conflict", refused(() -> manager(() -> exceptions.revoke(exception))));
            List<OfficialService.Entry> chain = currentActor.as(World.STAFF, () -> official.chain());
            List<OfficialService.Entry> said = chain.subList(chain.size() - 2, chain.size());
            assertEquals(
                    List.of("EXCEPTION", "REVOCATION"),
                    said.stream().map(OfficialService.Entry::kind).toList());
            assertTrue(
                    said.get(0).content().contains("\"why\":\"数え間違いの訂正\""),
                    said.get(0).content());
            assertTrue(
                    said.get(1).content().contains("\"revokes\":" + said.get(0).seq()),
                    said.get(1).content());
            assertFalse(
                    currentActor.as(World.STAFF, () -> official.changedSinceClosing(year)),
                    "an exception opens nothing");
            assertEquals("web.error.yearLocked", refused(target));
        } finally {
            reopen(year);
        }
    }

    @Test
    void the_chain_holds_and_cannot_be_rewritten() {
        ManagedEvent course = world.today(PROGRAMME, EventType.SEMINAR, 1);
        attend(course, course.sessions().get(0).session().id(), "鎖 太郎");
        FiscalYear year = course.event().sessions().get(0).times().fiscalYear();
        approve(year);
        reopen(year);
        List<OfficialService.Entry> chain = currentActor.as(World.STAFF, () -> official.chain());
        assertTrue(chain.size() >= 2);
        assertTrue(chain.stream().allMatch(OfficialService.Entry::intact));
        assertEquals("REOPENING", chain.get(chain.size() - 1).kind());
        for (String sql : List.of(
                "update official_record set content = content || ' '",
                "delete from official_record",
                "truncate official_record cascade",
                "update approved_row set quantity = 99",
                "delete from approved_figure")) {
            assertThrows(RuntimeException.class, () -> world.change(sql), sql);
        }
    }

    /** One programme opened again leaves the year closed, with its indicators; the year is opened by an entry of its own. */
    @Test
    void a_closed_year_is_opened_by_an_entry_of_its_own() {
        FiscalYear year = FiscalYear.parse("R2");
        world.undone(() -> {
            entry("YEAR", "null", year);
            assertTrue(currentActor.as(World.STAFF, () -> official.closed(year)).isPresent());
            assertFalse(currentActor.as(World.STAFF, () -> official.changedSinceClosing(year)));
            entry("REOPENING", "'" + PROGRAMME + "'", year);
            assertTrue(currentActor.as(World.STAFF, () -> official.closed(year)).isPresent(), "closed all the same");
            assertTrue(currentActor.as(World.STAFF, () -> official.changedSinceClosing(year)));
            manager(() -> official.reopenYear(year, "数字の訂正"));
            assertFalse(
                    currentActor.as(World.STAFF, () -> official.closed(year)).isPresent());
            assertEquals("evaluation.error.notClosed", refused(() -> manager(() -> official.reopenYear(year, "もう一度"))));
        });
    }

    private void night() {
        currentActor.as(Actor.system("daily"), () -> {
            differences.run(TODAY);
            return null;
        });
    }

    private OfficialService.Entry last() {
        List<OfficialService.Entry> chain = currentActor.as(World.STAFF, () -> official.chain());
        return chain.get(chain.size() - 1);
    }

    private void entry(String kind, String programme, FiscalYear year) {
        world.change(
                "insert into official_record (seq, kind, programme_id, fiscal_year, content, previous, hash, decided_at)"
                        + " select coalesce(max(seq), 0) + 1, '" + kind + "', " + programme + ", " + year.year()
                        + ", '{}', '', 'hash of ' || coalesce(max(seq), 0) + 1, now() from official_record");
    }

    @Test
    void who_submits_does_not_approve_and_another_grade_needs_a_reason() {
        FiscalYear year = FiscalYear.parse("R7");
        Actor both = new Actor(world.seeker("両方").accountId(), null, "both", Set.of(Role.STAFF, Role.MANAGER));
        assertEquals(
                "evaluation.error.gradeMissing",
                refused(() -> currentActor.as(both, () -> {
                    evaluations.submit(PROGRAMME, year);
                    return null;
                })));
        assertEquals(
                "evaluation.error.reasonPaper",
                refused(() -> people(() -> evaluations.write(new EvaluationSheetForm(
                        PROGRAMME,
                        year,
                        0,
                        "",
                        "",
                        "",
                        List.of(
                                new EvaluationSheetForm.Decision(
                                        Papers.RESULTS, Grade.A, FutureDirection.CONTINUE, "", "", true),
                                new EvaluationSheetForm.Decision(
                                        Papers.NEXT_YEAR, Grade.B, FutureDirection.CONTINUE, "", "", true)))))));
        write(year, Grade.A);
        int seen = currentActor
                .as(World.STAFF, () -> evaluations.sheet(PROGRAMME, year))
                .version();
        currentActor.as(both, () -> {
            evaluations.submit(PROGRAMME, year);
            return null;
        });
        assertEquals(
                "evaluation.error.fourEyes",
                refused(() -> currentActor.as(both, () -> {
                    official.approve(PROGRAMME, year, stamp(year));
                    return null;
                })));
        assertFalse(currentActor
                .as(World.STAFF, () -> evaluations.sheet(PROGRAMME, year))
                .approved());
        manager(() -> evaluations.sendBack(PROGRAMME, year, "数字の出典がない"));
        assertThrows(ConflictException.class, () -> people(() -> evaluations.write(form(year, seen, Grade.A))));
        assertEquals("evaluation.error.open", refused(() -> manager(() -> official.close(year))));
        assertNull(currentActor.as(World.STAFF, () -> official.closed(year)).orElse(null));
    }

    @Test
    void a_definition_shows_its_effect_first_and_leaves_earlier_years_as_they_are() {
        FiscalYear first = FiscalYear.parse("R6");
        FiscalYear second = FiscalYear.parse("R7");
        List<BigDecimal> before =
                List.of(first, second).stream().map(this::reported).toList();
        List<DefinitionService.Effect> effects =
                currentActor.as(World.STAFF, () -> definitions.preview(counting(second, Counting.SESSIONS_HELD)));
        assertEquals(second, effects.get(0).before().year());
        assertEquals(Counting.SESSIONS_HELD, effects.get(0).after().counting());
        assertEquals(Counting.ATTENDANCE_TOTAL, definition(second), "looking changes nothing");

        people(() -> define(counting(second, Counting.SESSIONS_HELD)));
        assertEquals(Counting.SESSIONS_HELD, definition(second));
        assertEquals(Counting.ATTENDANCE_TOTAL, definition(first));
        assertEquals(before.get(0), reported(first));
        people(() -> define(counting(second, Counting.ATTENDANCE_TOTAL)));
    }

    private Counting definition(FiscalYear year) {
        return currentActor
                .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                .figure()
                .counting();
    }

    private BigDecimal reported(FiscalYear year) {
        return currentActor
                .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                .figure()
                .actual();
    }

    private static MeasureDefinition counting(FiscalYear from, Counting counting) {
        return new MeasureDefinition(
                PROGRAMME, MEASURE, from, counting, true, Set.of("SEMINAR"), Set.of(), Direction.HIGHER, null, "test");
    }

    private Actor attend(ManagedEvent event, long session, String name) {
        Actor person = world.seeker(name);
        String token = currentActor.as(
                person,
                () -> registrations.register(event.event().code(), session, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        currentActor.as(World.STAFF, () -> door.checkIn(session, token, Secrets.token()));
        return person;
    }

    /** What the manager read is what is approved: a figure that moved meanwhile stops it, and nothing is frozen. */
    @Test
    void a_figure_that_moved_since_it_was_read_is_not_approved() {
        ManagedEvent course = world.today(PROGRAMME, EventType.SEMINAR, 5);
        long session = course.sessions().get(0).session().id();
        FiscalYear year = course.event().sessions().get(0).times().fiscalYear();
        attend(course, session, "先に来た 一子");
        write(year, Grade.A);
        people(() -> evaluations.submit(PROGRAMME, year));
        String read = stamp(year);
        attend(course, session, "後で来た 二子");
        assertEquals("evaluation.error.moved", refused(() -> manager(() -> official.approve(PROGRAMME, year, read))));
        assertEquals(
                "evaluation.error.moved",
                refused(() -> manager(() -> official.approveAll(year, Map.of(PROGRAMME, read)))));
        assertFalse(currentActor
                .as(World.STAFF, () -> evaluations.sheet(PROGRAMME, year))
                .approved());
        manager(() -> evaluations.sendBack(PROGRAMME, year, "試験の終わり"));
    }

    private String stamp(FiscalYear year) {
        return currentActor
                .as(World.STAFF, () -> evaluations.sheet(PROGRAMME, year))
                .stamp();
    }

    private void approve(FiscalYear year) {
        write(year, Grade.A);
        people(() -> evaluations.submit(PROGRAMME, year));
        manager(() -> official.approve(PROGRAMME, year, stamp(year)));
    }

    private void write(FiscalYear year, Grade grade) {
        int version = currentActor
                .as(World.STAFF, () -> evaluations.sheet(PROGRAMME, year))
                .version();
        people(() -> evaluations.write(form(year, version, grade)));
    }

    private static EvaluationSheetForm form(FiscalYear year, int version, Grade grade) {
        return new EvaluationSheetForm(
                PROGRAMME,
                year,
                version,
                "実施した",
                "",
                "",
                List.of(new EvaluationSheetForm.Decision(
                        Papers.RESULTS, grade, FutureDirection.CONTINUE, "", "目安と違うときの理由", true)));
    }

    private void reopen(FiscalYear year) {
        manager(() -> official.reopen(PROGRAMME, year, "試験の終わり"));
    }

    private BigDecimal actual(FiscalYear year) {
        return currentActor
                .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                .figure()
                .actual();
    }

    /** What the records say now, whatever was approved. */
    private long live(FiscalYear year) {
        return world.number(
                "select cast(coalesce(sum(r.quantity), 0) as bigint) from figure_row r join measure m on m.id = r.measure_id"
                        + " where m.programme_id = '" + PROGRAMME + "' and r.fiscal_year = " + year.year());
    }

    private static String refused(Runnable use) {
        return assertThrows(DomainException.class, use::run).key();
    }

    private void people(Runnable use) {
        as(World.STAFF, use);
    }

    private void manager(Runnable use) {
        as(MANAGER, use);
    }

    private void as(Actor actor, Runnable use) {
        currentActor.as(actor, () -> {
            use.run();
            return null;
        });
    }

    private void define(MeasureDefinition definition) {
        definitions.define(definitions.stamp(definition.programmeId(), definition.measure()), definition);
    }
}
