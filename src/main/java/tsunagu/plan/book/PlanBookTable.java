package tsunagu.plan.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportRight;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The workbook as it is handed out: what it says today, sheet by sheet. */
@ApplicationScoped
public class PlanBookTable implements ImportTable, ImportRight {

    /** What the page asks for when it wants a filled book of another city. */
    private static final String EXAMPLE = "example";

    @Inject
    private PlanBookService book;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "plan-book";
    }

    @Override
    public String title() {
        return Words.japanese("plan.book.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF, Role.ADMINISTRATOR));
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public List<Sheet> sheets(String of) {
        List<List<List<String>>> rows = of.equals(EXAMPLE) ? book.exampleRows() : book.rows();
        List<Sheet> sheets = new ArrayList<>();
        for (BookSheet sheet : BookSheet.values()) {
            sheets.add(new Sheet(
                    sheet.title(),
                    Stream.concat(
                                    sheet.columns().stream().map(PlanBookTable::column),
                                    sheet.marked() ? Stream.of(Column.text(BookSheet.copyLabel())) : Stream.of())
                            .toList(),
                    rows.get(sheet.ordinal())));
        }
        return sheets;
    }

    private static Column column(BookColumn column) {
        return switch (column.kind()) {
            case CHOICE ->
                Column.choice(
                        column.label(),
                        column.choices().stream().map(BookColumn.Choice::word).toList());
            case MARK -> Column.choice(column.label(), List.of(BookColumn.mark()));
            default -> Column.text(column.label());
        };
    }
}
