package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.DoorService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.finding.Catalogue;
import tsunagu.plan.Confidence;
import tsunagu.plan.Figure;
import tsunagu.plan.FigureDetail;
import tsunagu.plan.FigureEntry;
import tsunagu.plan.FigureRow;
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorEntry;
import tsunagu.plan.IndicatorService;
import tsunagu.plan.PlanPeriods;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.PublicFigures;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secrets;

/** The plan's figures against the papers, and against the rows they open to. */
@ArquillianTest
class FiguresIT {

    private static final FiscalYear R5 = FiscalYear.parse("R5");

    /** 資料2: what the records of R5 must give, by computation. */
    private static final Map<String, Integer> PRINTED = Map.ofEntries(
            Map.entry("company-info-guidance/held", 1),
            Map.entry("youth-job-retention/held", 4),
            Map.entry("company-charm/tour", 6),
            Map.entry("specialist-training/participants", 71),
            Map.entry("founder-training/supported", 42),
            Map.entry("uij-turn-information/booth", 49),
            Map.entry("it-seminar/held", 1),
            Map.entry("company-exchange/held", 1),
            Map.entry("network-seminar/held", 1),
            Map.entry("bcp-seminar/held", 1),
            Map.entry("women-seminar/seminar-1", 23),
            Map.entry("women-seminar/seminar-2-1", 23),
            Map.entry("women-seminar/seminar-2-2", 27),
            Map.entry("student-founder/participants", 76));

    @Inject
    private PlanPeriods periods;

    @Inject
    private PlanService plan;

    @Inject
    private IndicatorService indicators;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RegistrationService registrations;

    @Inject
    private DoorService door;

    @Inject
    private PublicFigures publicFigures;

    @Inject
    private Catalogue catalogue;

    @Inject
    private World world;

    @Test
    void the_computed_actuals_are_the_printed_ones() {
        PRINTED.forEach((measure, printed) -> {
            Figure figure = detail(measure, R5).figure();
            assertEquals(Figure.Kind.COMPUTED, figure.kind(), measure);
            assertEquals(0, BigDecimal.valueOf(printed).compareTo(figure.actual()), measure + " is " + figure.actual());
            assertTrue(!figure.disagrees(), measure + " differs from the printed " + figure.reported());
        });
    }

    @Test
    void every_other_printed_actual_of_R5_is_shown_as_entered_by_hand() {
        long byHand = trends(R5)
                .filter(figure -> figure.kind() == Figure.Kind.REPORTED)
                .count();
        long computed = trends(R5)
                .filter(figure -> figure.kind() == Figure.Kind.COMPUTED)
                .count();
        long missing = trends(R5)
                .filter(figure -> figure.kind() == Figure.Kind.NOT_RECORDED)
                .count();
        // 57 measures are printed: 55 with an actual, of which 14 come from records, and 2 without one.
        assertEquals(PRINTED.size(), computed);
        assertEquals(41, byHand);
        assertEquals(2, missing);
        trends(R5)
                .forEach(figure -> assertTrue(
                        figure.confidence() == Confidence.CERTAIN
                                || !figure.note().isEmpty(),
                        figure.measure()));
    }

    @Test
    void the_guidance_had_409_present_of_whom_230_are_its_audience() {
        assertEquals(
                409,
                world.number("select sum(h.persons) from head_count h join event_session s on s.id = h.session_id"
                        + " join event e on e.id = s.event_id where e.code = 'guidance-15'"));
        assertEquals(
                230,
                world.number("select sum(h.persons) from head_count h join event_session s on s.id = h.session_id"
                        + " join event e on e.id = s.event_id join session_counted_role c on c.session_id = s.id and c.role = h.role"
                        + " where e.code = 'guidance-15'"));
    }

    @Test
    void every_figure_is_the_sum_of_the_rows_it_opens_to() {
        int opened = 0;
        for (FiscalYear year : periods.years()) {
            for (Figure figure : trends(year).toList()) {
                FigureDetail people = currentActor.as(
                        World.STAFF, () -> plan.personRows(figure.programmeId(), figure.measure(), year));
                FigureDetail everybody =
                        currentActor.as(World.STAFF, () -> plan.rows(figure.programmeId(), figure.measure(), year));
                assertSum(figure, people);
                assertSum(figure, everybody);
                opened++;
            }
        }
        assertTrue(opened > 200, "figures opened: " + opened);
    }

    @Test
    void a_person_in_two_sessions_is_one_person_and_two_presences_and_only_staff_read_the_name() {
        ManagedEvent tour = world.today("company-charm", EventType.COMPANY_TOUR, null, null);
        ManagedEvent course = world.today("founder-training", EventType.SEMINAR, null, null);
        Actor person = world.seeker("延べ 太郎");
        FiscalYear year = tour.event().sessions().get(0).times().fiscalYear();
        BigDecimal persons = zeroIfNone(detail("company-charm/tour", year));
        BigDecimal presences = zeroIfNone(detail("founder-training/supported", year));

        for (ManagedEvent event : java.util.List.of(tour, course)) {
            for (ManagedEvent.ManagedSession session : event.sessions()) {
                String token = currentActor.as(
                        person,
                        () -> registrations.register(
                                event.event().code(), session.session().id(), SeatRequest.as(AttendanceRole.EMPLOYEE)));
                currentActor.as(
                        World.STAFF, () -> door.checkIn(session.session().id(), token, Secrets.token()));
            }
        }

        assertEquals(
                persons.add(BigDecimal.ONE),
                detail("company-charm/tour", year).figure().actual());
        assertEquals(
                presences.add(BigDecimal.valueOf(2)),
                detail("founder-training/supported", year).figure().actual());
        FigureDetail open = currentActor.as(World.STAFF, () -> plan.rows("founder-training", "supported", year));
        assertTrue(open.rows().stream().allMatch(row -> row.person() == null));
        FigureDetail staff = currentActor.as(World.STAFF, () -> plan.personRows("founder-training", "supported", year));
        assertTrue(staff.rows().stream().anyMatch(row -> "延べ 太郎".equals(row.person())));
        assertThrows(
                NotFoundException.class,
                () -> currentActor.as(person, () -> plan.personRows("founder-training", "supported", year)));
    }

    /** From totals that move one by one could be told who came: the public sees the night before, and no step of one or two people. */
    @Test
    void the_public_sees_of_an_open_year_what_a_night_put_together() {
        ManagedEvent course = world.today("founder-training", EventType.SEMINAR, (Integer) null);
        long session = course.sessions().get(0).session().id();
        FiscalYear year = course.event().sessions().get(0).times().fiscalYear();
        // Whatever waits here from before is shown with three more.
        for (String each : java.util.List.of("夜より前 一子", "夜より前 二子", "夜より前 三子")) {
            attend(course, session, each);
        }
        night();
        BigDecimal before = zeroIfNone(visible(year));
        assertEquals(before, zeroIfNone(detail("founder-training/supported", year)), "after a night it is the same");

        attend(course, session, "夜の前 一子");
        assertEquals(before, zeroIfNone(visible(year)), "the public does not see it at once");
        assertEquals(3, here(course), "nor on the event's own page");
        assertEquals(before.add(BigDecimal.ONE), zeroIfNone(detail("founder-training/supported", year)), "staff do");
        night();
        assertEquals(before, zeroIfNone(visible(year)), "one person more waits");
        assertEquals(3, here(course), "on the event's page, too");
        assertSum(visible(year).figure(), visible(year));

        attend(course, session, "夜の前 二子");
        attend(course, session, "夜の前 三子");
        night();
        assertEquals(before.add(BigDecimal.valueOf(3)), zeroIfNone(visible(year)), "three are shown together");
        assertEquals(6, here(course));
        assertSum(visible(year).figure(), visible(year));
        assertTrue(
                currentActor.as(Actor.VISITOR, plan::asOf).isPresent()
                        && currentActor.as(World.STAFF, plan::asOf).isEmpty(),
                "the page says which night to those whom it concerns");

        // Whatever is shown opens to its rows, for every figure of every year.
        int opened = 0;
        for (FiscalYear each : periods.years()) {
            for (PlanTree.Policy policy : plan.plan(each).policies()) {
                for (PlanTree.Strategy strategy : policy.strategies()) {
                    for (PlanTree.Programme programme : strategy.programmes()) {
                        for (PlanTree.Trend trend : programme.measures()) {
                            if (trend.figure().kind() == Figure.Kind.COMPUTED) {
                                assertSum(
                                        trend.figure(),
                                        plan.rows(
                                                programme.name().id(),
                                                trend.figure().measure(),
                                                each));
                                opened++;
                            }
                        }
                    }
                }
            }
        }
        assertTrue(opened > 10, "figures opened: " + opened);
    }

    private void attend(ManagedEvent event, long session, String name) {
        Actor person = world.seeker(name);
        String token = currentActor.as(
                person,
                () -> registrations.register(event.event().code(), session, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        currentActor.as(World.STAFF, () -> door.checkIn(session, token, Secrets.token()));
    }

    private void night() {
        currentActor.as(Actor.system("public-figures"), () -> {
            publicFigures.run(java.time.LocalDate.now(FiscalYear.ZONE));
            return null;
        });
    }

    private int here(ManagedEvent event) {
        return currentActor.as(
                Actor.VISITOR, () -> catalogue.event(event.event().code()).present());
    }

    private FigureDetail visible(FiscalYear year) {
        return currentActor.as(Actor.VISITOR, () -> plan.rows("founder-training", "supported", year));
    }

    @Test
    void nothing_recorded_is_not_zero_and_a_changed_target_keeps_the_earlier_one() {
        FiscalYear r7 = FiscalYear.parse("R7");
        Figure before = detail("sdgs-seminar/held", r7).figure();
        assertNull(before.actual());
        assertEquals(Figure.Kind.NOT_RECORDED, before.kind());
        currentActor.as(World.STAFF, () -> {
            plan.setTarget(new FigureEntry("sdgs-seminar", "held", r7, new BigDecimal("3"), "first"));
            plan.setTarget(new FigureEntry("sdgs-seminar", "held", r7, new BigDecimal("2"), "second"));
            plan.reportFigure(new FigureEntry("sdgs-seminar", "held", r7, BigDecimal.ZERO, "paper"));
            return null;
        });
        Figure after = detail("sdgs-seminar/held", r7).figure();
        assertEquals(2, after.targetRevision());
        assertEquals(0, after.actual().signum());
        assertEquals(new BigDecimal("0.0"), after.achievement());
        assertEquals(
                1,
                world.number("select count(*) from target t join measure m on m.id = t.measure_id"
                        + " where m.programme_id = 'sdgs-seminar' and t.fiscal_year = 2025 and t.value = 3"));
        assertNotNull(after.source());

        // Taken back: not recorded, which is not the zero that stood there; both stay as revisions.
        currentActor.as(World.STAFF, () -> {
            plan.reportFigure(new FigureEntry("sdgs-seminar", "held", r7, null, "別の年度の数だった"));
            plan.setTarget(new FigureEntry("sdgs-seminar", "held", r7, null, "目標を置かないことにした"));
            return null;
        });
        Figure back = detail("sdgs-seminar/held", r7).figure();
        assertEquals(Figure.Kind.NOT_RECORDED, back.kind());
        assertNull(back.actual());
        assertNull(back.target());
        assertEquals(3, back.targetRevision());
    }

    /** Two people have the form open and enter the same: the second is told once, and nothing is lost without a word. */
    @Test
    void who_enters_over_another_s_number_is_told_of_it_first() {
        FiscalYear r8 = FiscalYear.parse("R8");
        long seen = currentActor.as(World.STAFF, () -> plan.latestEntry("ilc", r8));
        FigureEntry first = new FigureEntry("ilc", "attended", r8, "", BigDecimal.TEN, "一人目", seen);
        FigureEntry second = new FigureEntry("ilc", "attended", r8, "", BigDecimal.ONE, "二人目", seen);
        currentActor.as(World.STAFF, () -> {
            plan.reportFigure(first);
            return null;
        });
        DomainException refused = assertThrows(
                DomainException.class,
                () -> currentActor.as(World.STAFF, () -> {
                    plan.reportFigure(second);
                    return null;
                }));
        assertEquals("plan.error.overtaken", refused.getMessage());
        // What somebody entered for the target is nothing to the actual.
        currentActor.as(World.STAFF, () -> {
            plan.setTarget(second);
            return null;
        });
        long now = currentActor.as(World.STAFF, () -> plan.latestEntry("ilc", r8));
        currentActor.as(World.STAFF, () -> {
            plan.reportFigure(new FigureEntry("ilc", "attended", r8, "", BigDecimal.ONE, "二人目", now));
            return null;
        });
        assertEquals(
                0, BigDecimal.ONE.compareTo(detail("ilc/attended", r8).figure().reported()));
    }

    @Test
    void an_indicator_is_a_sum_of_measures_or_a_statistic_with_its_period() {
        Indicator hired = indicators.indicator("strategy-6");
        assertTrue(hired.computed());
        assertEquals(0, BigDecimal.valueOf(40 + 26).compareTo(hired.latest(R5).actual()));
        assertEquals(2, indicators.terms("strategy-6", R5).size());
        Indicator.Year valueAdded = indicators.indicator("plan-3").latest(R5);
        assertEquals(2022, valueAdded.observedYear());
        assertTrue(valueAdded.late());
        assertNull(indicators.indicator("plan-3").latest(FiscalYear.parse("R4")), "the base is no actual");

        FiscalYear r6 = FiscalYear.parse("R6");
        currentActor.as(World.STAFF, () -> {
            indicators.report(
                    indicators.stamp("plan-2"),
                    new IndicatorEntry(
                            "plan-2", r6, R5, null, BigDecimal.valueOf(151), BigDecimal.valueOf(287), "paper"));
            return null;
        });
        Indicator.Year rate = indicators.indicator("plan-2").latest(r6);
        assertEquals(new BigDecimal("52.6"), rate.actual());
        assertEquals(0, BigDecimal.valueOf(287).compareTo(rate.denominator()));
        assertEquals(
                "plan.error.observedLater",
                assertThrows(
                                DomainException.class,
                                () -> currentActor.as(World.STAFF, () -> {
                                    indicators.report(
                                            indicators.stamp("plan-2"),
                                            new IndicatorEntry("plan-2", R5, r6, BigDecimal.TEN, null, null, "paper"));
                                    return null;
                                }))
                        .key());
    }

    private FigureDetail detail(String programmeAndMeasure, FiscalYear year) {
        String[] parts = programmeAndMeasure.split("/");
        return currentActor.as(World.STAFF, () -> plan.rows(parts[0], parts[1], year));
    }

    private java.util.stream.Stream<Figure> trends(FiscalYear year) {
        return currentActor.as(World.STAFF, () -> plan.plan(year)).policies().stream()
                .flatMap(policy -> policy.strategies().stream())
                .flatMap(strategy -> strategy.programmes().stream())
                .flatMap(programme -> programme.measures().stream())
                .map(PlanTree.Trend::figure);
    }

    private static BigDecimal zeroIfNone(FigureDetail detail) {
        return detail.figure().computed() == null
                ? BigDecimal.ZERO
                : detail.figure().computed();
    }

    private static void assertSum(Figure figure, FigureDetail detail) {
        if (figure.computed() == null) {
            assertTrue(detail.rows().isEmpty(), figure.measure());
            return;
        }
        BigDecimal sum = detail.rows().stream().map(FigureRow::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(figure.computed()), figure.programmeId() + "/" + figure.measure());
    }
}
