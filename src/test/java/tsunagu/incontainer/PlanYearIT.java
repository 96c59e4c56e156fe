package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.contractor.MonthlyForm;
import tsunagu.contractor.MonthlyKind;
import tsunagu.contractor.MonthlyService;
import tsunagu.contractor.MonthlyView;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.GradeRule;
import tsunagu.plan.Counting;
import tsunagu.plan.DefinitionService;
import tsunagu.plan.Direction;
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorService;
import tsunagu.plan.MeasureDefinition;
import tsunagu.plan.NewProgramme;
import tsunagu.plan.PlanService;
import tsunagu.plan.ProgrammeName;
import tsunagu.plan.ProgrammeService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;

/** What staff write once a year: numbers of programmes, definitions, indicators, months. Each test is taken back. */
@ArquillianTest
class PlanYearIT {

    private static final FiscalYear LATER = new FiscalYear(2040);

    private static final String WHY = "計画の見直し";

    @Inject
    private ProgrammeService programmes;

    @Inject
    private PlanService plan;

    @Inject
    private DefinitionService definitions;

    @Inject
    private IndicatorService indicators;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private MonthlyService months;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void a_programme_that_begins_is_numbered_behind_the_others() {
        asStaffAndBack(() -> {
            List<String> before = plan.programmes(new FiscalYear(2025)).stream()
                    .map(ProgrammeName::id)
                    .toList();
            assertFalse(programmes.numbered(LATER));
            programmes.carryOver(LATER, before);
            assertTrue(programmes.numbered(LATER));
            programmes.add(new NewProgramme(LATER, 1, "新しい事業", "", "参加者数", "人"));
            List<ProgrammeName> numbered = plan.programmes(LATER);
            ProgrammeName added = numbered.stream()
                    .filter(each -> each.name().equals("新しい事業"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(before.size() + 1, numbered.size());
            assertEquals(LATER.code(), added.codeYear());
            assertEquals(
                    "参加者数",
                    plan.programme(added.id(), LATER).measures().get(0).figure().label());
            programmes.renumber(LATER, before, before.subList(1, before.size()), WHY);
            assertEquals(before.size(), plan.programmes(LATER).size());
            assertTrue(
                    plan.programmes(LATER).stream().anyMatch(each -> each.id().equals(added.id())));
            assertTrue(
                    plan.programmes(LATER).stream().noneMatch(each -> each.id().equals(before.get(0))));
            plan.forecasts("ichijob", FiscalYear.current(clock));
        });
    }

    @Test
    void a_definition_names_no_type_and_no_role_or_those_it_was_given() {
        asStaffAndBack(() -> {
            String measure = world.text("select min(code) from measure where programme_id = 'ichijob'");
            for (Set<String> roles : List.of(Set.<String>of(), Set.of("STUDENT", "SEEKER"))) {
                MeasureDefinition definition = new MeasureDefinition(
                        "ichijob",
                        measure,
                        LATER,
                        Counting.ATTENDANCE_TOTAL,
                        true,
                        roles.isEmpty() ? Set.of() : Set.of("OTHER"),
                        roles,
                        Direction.HIGHER,
                        null,
                        WHY);
                define(definition);
                assertEquals(
                        definition, definitions.definitions("ichijob", measure).get(0));
            }
        });
    }

    @Test
    void an_indicator_is_aimed_at_and_composed() {
        asStaffAndBack(() -> {
            Indicator indicator = indicators.indicators().get(0);
            FiscalYear year = new FiscalYear(indicator.targetYear() - 1);
            BigDecimal usual = path(indicator.code(), year);
            indicators.aim(indicator.code(), indicators.stamp(indicator.code()), year, new BigDecimal("7.5"), WHY);
            assertEquals(new BigDecimal("7.5"), path(indicator.code(), year));
            indicators.aim(indicator.code(), indicators.stamp(indicator.code()), year, null, WHY);
            assertEquals(usual, path(indicator.code(), year));
            long measure = indicators.measures().get(0).measureId();
            indicators.compose(indicator.code(), indicators.stamp(indicator.code()), year, Set.of(measure), WHY);
            assertEquals(List.of(indicators.measures().get(0)), indicators.terms(indicator.code(), year));
            indicators.compose(indicator.code(), indicators.stamp(indicator.code()), year, Set.of(), WHY);
            assertEquals(List.of(), indicators.terms(indicator.code(), year));
        });
    }

    @Test
    void a_month_reported_again_is_a_revision_only_when_it_is_another_number() {
        asStaffAndBack(() -> {
            YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
            FiscalYear year = FiscalYear.current(clock);
            for (int quantity : List.of(3, 3, 4)) {
                months.report(new MonthlyForm(
                        "ichijob",
                        List.of(new MonthlyForm.Line(month, MonthlyKind.CONSULTATIONS, quantity)),
                        "月次報告書",
                        false));
            }
            MonthlyView view = months.year("ichijob", year).stream()
                    .filter(each -> each.month().equals(month))
                    .findFirst()
                    .orElseThrow();
            assertEquals(4, view.numbers().get(MonthlyKind.CONSULTATIONS));
            assertEquals(1, view.revisions());
            assertNull(view.numbers().get(MonthlyKind.PLACED));
        });
    }

    @Test
    void a_number_is_taken_back_to_not_recorded_by_who_has_read_it() {
        asStaffAndBack(() -> {
            YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
            months.report(new MonthlyForm(
                    "ichijob", List.of(new MonthlyForm.Line(month, MonthlyKind.CONSULTATIONS, 3)), "月次報告書", false));
            assertThrows(
                    ConflictException.class,
                    () -> months.takeBack("ichijob", month, MonthlyKind.CONSULTATIONS, 4, "別の事業の数"));
            assertThrows(
                    ConflictException.class, () -> months.takeBack("ichijob", month, MonthlyKind.PLACED, 0, "別の事業の数"));
            months.takeBack("ichijob", month, MonthlyKind.CONSULTATIONS, 3, "別の事業の数");
            MonthlyView view = months.year("ichijob", FiscalYear.current(clock)).stream()
                    .filter(each -> each.month().equals(month))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Map.of(), view.numbers());
            assertEquals(1, view.revisions());
            assertEquals(Map.of(MonthlyKind.CONSULTATIONS, "別の事業の数"), view.takenBack());
        });
    }

    @Test
    void what_a_year_still_lacks_and_its_rule_are_read_as_they_were_written() {
        asStaffAndBack(() -> {
            GradeRule rule = new GradeRule(new BigDecimal("1.10"), new BigDecimal("0.90"), new BigDecimal("0.40"));
            assertEquals(GradeRule.USUAL, evaluations.rule(LATER));
            evaluations.setRule(LATER, GradeRule.USUAL, rule, WHY);
            assertEquals(rule, evaluations.rule(LATER));
            assertTrue(evaluations.unrecorded(LATER).isEmpty());
            assertTrue(evaluations.unanswered(LATER).isEmpty());
        });
    }

    private BigDecimal path(String code, FiscalYear year) {
        return indicators.indicator(code).years().stream()
                .filter(each -> each.year().equals(year))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private void asStaffAndBack(Runnable work) {
        world.undone(() -> currentActor.as(World.STAFF, () -> {
            work.run();
            return null;
        }));
    }

    private void define(MeasureDefinition definition) {
        definitions.define(definitions.stamp(definition.programmeId(), definition.measure()), definition);
    }
}
