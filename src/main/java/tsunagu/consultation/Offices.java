package tsunagu.consultation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.UseCase;

/** Enters the offices of the reference table once; place, telephone and words are the city's to write afterwards. */
@ApplicationScoped
public class Offices {

    @Inject
    private Loading loading;

    void load(@Observes @Priority(DatabaseReady.REFERENCE + 1) DatabaseReady ready) {
        loading.load();
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Loading {

        @Inject
        private ConsultationRepository repository;

        @UseCase
        public void load() {
            List<Row> rows = ReferenceTable.read("/reference/consultation/offices.csv");
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                repository.add(
                        row.text("code"),
                        row.text("name"),
                        said(row, "about"),
                        said(row, "place"),
                        said(row, "telephone"),
                        row.text("programme_id"),
                        i + 1);
            }
        }

        /** An empty cell is "nothing to say". */
        private static String said(Row row, String column) {
            return row.text(column) == null ? "" : row.text(column);
        }
    }
}
