package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tsunagu.contractor.MonthlyForm;
import tsunagu.contractor.MonthlyKind;
import tsunagu.contractor.MonthlyService;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.OfficialService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** Sheets of R5 on their way: some submitted, some approved, with what the printed paper reports (要約) and nothing else. */
@ApplicationScoped
class EvaluationScenes {

    private static final FiscalYear YEAR = FiscalYear.parse("R5");

    @Inject
    private EvaluationService evaluations;

    @Inject
    private OfficialService official;

    @Inject
    private MonthlyService monthly;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    void settle() {
        Actor house = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF, Role.MANAGER));
        currentActor.as(house, () -> {
            ReferenceTable.read("/demo/evaluation-sheets.csv").forEach(this::write);
            months();
            return null;
        });
    }

    /** 委託先の月の報告 of the last months, by the demonstration's contractor. */
    private void months() {
        String programme = "";
        YearMonth now = YearMonth.now(clock.withZone(FiscalYear.ZONE));
        for (Row row : ReferenceTable.read("/demo/monthly.csv")) {
            programme = row.text("programme_id");
            List<MonthlyForm.Line> lines = Arrays.stream(MonthlyKind.values())
                    .map(kind -> new MonthlyForm.Line(
                            now.minusMonths(row.integer("months_ago")), kind, row.integer(kind.name())))
                    .toList();
            monthly.report(new MonthlyForm(programme, lines, Words.japanese("support.monthly.sample"), true));
        }
        for (MonthlyService.Partner partner : monthly.partners()) {
            monthly.give(partner.account(), partner.stamp(), List.of(programme));
        }
    }

    private void write(Row row) {
        String programme = row.text("programme_id");
        evaluations.submit(programme, YEAR);
        if (row.text("state").equals("APPROVED")) {
            official.approve(programme, YEAR, evaluations.sheet(programme, YEAR).stamp());
        }
    }
}
