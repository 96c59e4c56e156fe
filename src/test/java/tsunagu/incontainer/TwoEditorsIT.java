package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.company.CompanyContact;
import tsunagu.company.ContactService;
import tsunagu.company.HiringCount;
import tsunagu.company.HiringSurveyService;
import tsunagu.consultation.DeskService;
import tsunagu.consultation.Office;
import tsunagu.consultation.OfficeForm;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.GradeRule;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.event.QuestionnaireService;
import tsunagu.meeting.MeetingRoundService;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.RoundDraft;
import tsunagu.plan.DefinitionService;
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorService;
import tsunagu.plan.MeasureDefinition;
import tsunagu.plan.ProgrammeService;
import tsunagu.plan.ProgrammeWords;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionDraft;
import tsunagu.question.QuestionSheet;
import tsunagu.question.QuestionView;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;

/** Two people have the same form open: the second never writes over what the first has saved without having seen it. */
@ArquillianTest
class TwoEditorsIT {

    private static final int ROUNDS = 20;
    private static final String CONFLICT = "web.error.conflict";
    private static final String PROGRAMME = "ichijob";
    private static final Actor MANAGER = new Actor(null, null, "system:test", Set.of(Role.STAFF, Role.MANAGER));

    @Inject
    private ContactService contacts;

    @Inject
    private HiringSurveyService survey;

    @Inject
    private DeskService offices;

    @Inject
    private MeetingRoundService rounds;

    @Inject
    private MeetingService meetings;

    @Inject
    private QuestionnaireService questionnaires;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private IndicatorService indicators;

    @Inject
    private DefinitionService definitions;

    @Inject
    private ProgrammeService programmes;

    @Inject
    private Publishing publishing;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Test
    void colleagues_of_a_company() {
        Actor member = publishing.firm().member();
        CompanyContact first = new CompanyContact("総務", "0191-00-0001");
        CompanyContact second = new CompanyContact("人事", "0191-00-0002");
        act(member, () -> contacts.state(null, first));
        act(member, () -> contacts.state(null, first));
        assertEquals(CONFLICT, refused(member, () -> contacts.state(null, second)));
        assertEquals(first, currentActor.as(member, contacts::own).orElseThrow());
        act(member, () -> contacts.state(first, second));

        FiscalYear year = currentActor.as(member, survey::asked);
        HiringCount one = new HiringCount(3, 1, 2, "", null);
        act(member, () -> survey.answer(year, null, one));
        assertEquals(CONFLICT, refused(member, () -> survey.answer(year, null, new HiringCount(4, 1, 2, "", null))));
        act(member, () -> survey.answer(year, one, new HiringCount(4, 1, 2, "", null)));
    }

    @Test
    void one_office_is_described_by_two() throws Exception {
        Office office = currentActor.as(World.STAFF, offices::offices).get(0);
        OfficeForm before = office.form();
        OfficeForm mine = new OfficeForm("一人目", before.place(), before.telephone());
        OfficeForm theirs = new OfficeForm("二人目", before.place(), before.telephone());
        try {
            for (int i = 0; i < ROUNDS; i++) {
                int got = together(
                        () -> offices.describe(office.code(), before, mine),
                        () -> offices.describe(office.code(), before, theirs));
                assertEquals(1, got, "one of two who began with the same words is told that they have changed");
                act(World.STAFF, () -> offices.describe(office.code(), now(office), before));
            }
        } finally {
            act(World.STAFF, () -> offices.describe(office.code(), now(office), before));
        }
    }

    private OfficeForm now(Office office) {
        return offices.offices().stream()
                .filter(each -> each.code().equals(office.code()))
                .findFirst()
                .orElseThrow()
                .form();
    }

    @Test
    void a_round_of_meetings_and_the_questions_of_an_event() {
        ManagedEvent fair = world.event(null, EventType.JOINT_BRIEFING, 10, 10);
        String code = fair.event().code();
        // Of the second session: an older form put the first one back.
        long session = fair.sessions().get(1).session().id();
        LocalDate day = fair.sessions().get(1).session().times().heldOn();
        RoundDraft first = new RoundDraft(session, LocalTime.of(10, 0), 20, 5, 2, 2, day.atTime(8, 0));
        RoundDraft other = new RoundDraft(session, LocalTime.of(10, 0), 15, 5, 2, 2, day.atTime(8, 0));
        act(World.STAFF, () -> rounds.set(code, null, first));
        assertEquals(CONFLICT, refused(World.STAFF, () -> rounds.set(code, null, other)));
        assertEquals(first, meetings.find(code).orElseThrow().draft());
        act(World.STAFF, () -> rounds.set(code, first, other));

        String seen = currentActor.as(World.STAFF, () -> questionnaires.stamp(code));
        act(World.STAFF, () -> questionnaires.ask(code, seen, sheet("お弁当は要りますか")));
        assertEquals(CONFLICT, refused(World.STAFF, () -> questionnaires.ask(code, seen, sheet("車で来ますか"))));
        assertEquals(
                List.of("お弁当は要りますか"),
                currentActor.as(World.STAFF, () -> questionnaires.asked(code)).stream()
                        .map(QuestionView::text)
                        .toList());
    }

    private static QuestionSheet sheet(String text) {
        return new QuestionSheet(List.of(
                new QuestionDraft(null, Moment.REGISTRATION, AnswerKind.TEXT, text, List.of(), false, null, null, "")));
    }

    /** Each in a transaction of its own that is taken back: what is refused ends it. */
    @Test
    void what_the_plan_says() {
        FiscalYear year = new FiscalYear(2026);
        world.undone(() -> {
            GradeRule rule = currentActor.as(World.STAFF, () -> evaluations.rule(year));
            act(MANAGER, () -> evaluations.setRule(year, rule, other(), "test"));
            assertEquals(CONFLICT, refused(MANAGER, () -> evaluations.setRule(year, rule, third(), "test")));
        });
        world.undone(() -> {
            Indicator indicator = indicators.indicators().get(0);
            FiscalYear aimed = new FiscalYear(indicator.targetYear() - 1);
            String seen = currentActor.as(World.STAFF, () -> indicators.stamp(indicator.code()));
            act(World.STAFF, () -> indicators.aim(indicator.code(), seen, aimed, BigDecimal.TEN, "test"));
            assertEquals(
                    CONFLICT,
                    refused(World.STAFF, () -> indicators.aim(indicator.code(), seen, aimed, BigDecimal.ONE, "test")));
        });
        world.undone(() -> {
            MeasureDefinition definition = anyDefinition();
            String seen = currentActor.as(
                    World.STAFF, () -> definitions.stamp(definition.programmeId(), definition.measure()));
            act(World.STAFF, () -> definitions.define(seen, from(definition, year)));
            assertEquals(CONFLICT, refused(World.STAFF, () -> definitions.define(seen, from(definition, year))));
        });
        FiscalYear numbered =
                new FiscalYear(Math.toIntExact(world.number("select max(fiscal_year) from programme_number")));
        String programme =
                world.text("select min(programme_id) from programme_number where fiscal_year = " + numbered.year());
        world.undone(() -> assertEquals(
                CONFLICT,
                refused(
                        World.STAFF,
                        () -> programmes.say(
                                new ProgrammeWords(numbered, programme, "前の名称", ""),
                                new ProgrammeWords(numbered, programme, "別の名称", "")))));
    }

    private static MeasureDefinition from(MeasureDefinition definition, FiscalYear year) {
        return new MeasureDefinition(
                definition.programmeId(),
                definition.measure(),
                year,
                definition.counting(),
                definition.fromRecords(),
                definition.eventTypes(),
                definition.roles(),
                definition.direction(),
                definition.datedBy(),
                "test");
    }

    private static GradeRule other() {
        return new GradeRule(new BigDecimal("1.20"), new BigDecimal("0.90"), new BigDecimal("0.30"));
    }

    private static GradeRule third() {
        return new GradeRule(new BigDecimal("1.30"), new BigDecimal("0.80"), new BigDecimal("0.20"));
    }

    private MeasureDefinition anyDefinition() {
        String[] measure = world.text("select m.programme_id || ' ' || m.code from measure m where m.programme_id = '"
                        + PROGRAMME + "'" + " order by m.id limit 1")
                .split(" ");
        return definitions.definitions(measure[0], measure[1]).get(0);
    }

    /** @return how many of the two were not refused */
    private int together(Runnable one, Runnable other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (Runnable each : List.of(one, other)) {
            tries.add(world.executor().submit(() -> {
                start.await();
                try {
                    act(World.STAFF, each);
                    return true;
                } catch (ConflictException e) {
                    return false;
                }
            }));
        }
        start.countDown();
        int got = 0;
        for (Future<Boolean> each : tries) {
            got += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
        }
        return got;
    }

    private void act(Actor actor, Runnable act) {
        currentActor.as(actor, () -> {
            act.run();
            return null;
        });
    }

    private String refused(Actor actor, Runnable act) {
        return assertThrows(DomainException.class, () -> act(actor, act)).key();
    }
}
