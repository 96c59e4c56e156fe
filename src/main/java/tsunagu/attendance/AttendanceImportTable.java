package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The columns of a list of who was there. */
@ApplicationScoped
public class AttendanceImportTable implements ImportTable {

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public String title() {
        return Words.japanese("event.import.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF));
    }

    @Override
    public List<Column> columns() {
        return AttendanceImportService.COLUMNS.stream()
                .map(column ->
                        column.equals("role") ? Column.choice(label(column), roles()) : Column.text(label(column)))
                .toList();
    }

    private static List<String> roles() {
        return Arrays.stream(AttendanceRole.values())
                .map(role -> Words.japanese("event.role." + role))
                .toList();
    }

    private static String label(String column) {
        return Words.japanese("event.import." + column);
    }
}
