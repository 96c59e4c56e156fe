package tsunagu.grant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * The rules of the programmes that give grants, as stored. Those that ship are entered once; the city keeps them by its workbook
 * ({@code tsunagu.plan.book}).
 */
@ApplicationScoped
class GrantRules {

    @Inject
    private Sql sql;

    @Inject
    private Loading loading;

    /** After the plan's programmes. */
    void begin(@Observes @Priority(DatabaseReady.REFERENCE + 1) DatabaseReady ready) {
        loading.load();
    }

    GrantRule of(String programmeId) {
        return sql.of(
                        "select programme_id, ceiling, once, rounds, source from grant_rule where programme_id = :programme")
                .with("programme", programmeId)
                .first(GrantRule.class)
                .orElseGet(() -> GrantRule.none(programmeId));
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Loading {

        @Inject
        private Sql sql;

        @UseCase
        public void load() {
            for (Row row : ReferenceTable.read("/reference/support/grant-rules.csv")) {
                sql.of("insert into grant_rule (programme_id, ceiling, once, rounds, source)"
                                + " select id, cast(:ceiling as bigint), :once, cast(:rounds as int), :source from programme"
                                + " where id = :programme on conflict (programme_id) do nothing")
                        .with("programme", row.text("programme_id"))
                        .with("ceiling", row.integer("ceiling"))
                        .with("once", row.text("once"))
                        .with("rounds", row.integer("rounds"))
                        .with("source", row.textOrEmpty("source"))
                        .run();
            }
        }
    }
}
