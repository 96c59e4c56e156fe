package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetForm;
import tsunagu.evaluation.SheetView;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Role;

/** Sheets of R5 on their way: some being written, some submitted, some approved, with the facts that 資料2 of R5 names. */
@ApplicationScoped
class EvaluationScenes {

    private static final FiscalYear YEAR = FiscalYear.parse("R5");

    @Inject
    private EvaluationService evaluations;

    @Inject
    private OfficialService official;

    @Inject
    private CurrentActor currentActor;

    void settle() {
        Actor house = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF, Role.MANAGER));
        currentActor.as(house, () -> {
            ReferenceTable.read("/demo/evaluation-sheets.csv").forEach(this::write);
            return null;
        });
    }

    private void write(Row row) {
        String programme = row.text("programme_id");
        SheetView view = evaluations.sheet(programme, YEAR);
        evaluations.write(new SheetForm(
                programme,
                YEAR,
                view.version(),
                row.textOrEmpty("done"),
                row.textOrEmpty("effect"),
                row.textOrEmpty("problem"),
                Papers.ALL.stream().map(view::decision).toList()));
        if (!row.text("state").equals("DRAFT")) {
            evaluations.submit(programme, YEAR);
        }
        if (row.text("state").equals("APPROVED")) {
            official.approve(programme, YEAR);
        }
    }
}
