package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The columns of a list of who exhibits. */
@ApplicationScoped
public class ExhibitorTable implements ImportTable {

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "exhibitors";
    }

    @Override
    public String title() {
        return Words.japanese("booth.exhibitors.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF));
    }

    @Override
    public List<Column> columns() {
        return ExhibitorService.COLUMNS.stream()
                .map(column -> Column.text(Words.japanese("booth.exhibitors." + column)))
                .toList();
    }
}
