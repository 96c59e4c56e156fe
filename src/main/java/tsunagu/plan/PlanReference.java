package tsunagu.plan;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.UseCase;

/**
 * Loads the plan's printed data (資料1–4 of 29 July 2024) into an installation that has no plan yet. Another city begins without
 * ({@link tsunagu.shared.ReferenceTable}) and hands in its own ({@code tsunagu.plan.book}).
 */
@ApplicationScoped
public class PlanReference {

    @Inject
    private Loading loading;

    void load(@Observes @Priority(DatabaseReady.REFERENCE) DatabaseReady ready) {
        loading.load();
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Loading {

        @Inject
        private PlanReferenceTables tables;

        @UseCase
        public void load() {
            if (tables.empty()) {
                tables.loadPeriods();
                tables.loadTree();
                tables.loadMeasures();
                tables.loadFigures();
                tables.loadIndicators();
            }
        }
    }
}
