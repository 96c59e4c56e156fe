package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.shared.Classification;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;
import tsunagu.shared.Words;

/** The columns of a list of companies. */
@ApplicationScoped
public class CompanyImportTable implements ImportTable {

    @Inject
    private CurrentActor currentActor;

    @Override
    public String name() {
        return "companies";
    }

    @Override
    public String title() {
        return Words.japanese("company.import.title");
    }

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF));
    }

    @Override
    public List<Column> columns() {
        return CompanyImportService.COLUMNS.stream()
                .map(CompanyImportTable::column)
                .toList();
    }

    private static Column column(String column) {
        String label = Words.japanese("company.admission." + column);
        return switch (column) {
            case "industry" -> Column.choice(label, industries());
            case "area" -> Column.choice(label, names(Classification.AREAS.tops()));
            case "employees" -> Column.of(label, Kind.NUMBER);
            default -> Column.text(label);
        };
    }

    /** Middle groups below their majors; a name that stands twice is the lower one. */
    private static List<String> industries() {
        return names(Classification.INDUSTRIES.tops().stream()
                .flatMap(top -> Stream.concat(Stream.of(top), Classification.INDUSTRIES.below(top.code()).stream()))
                .toList());
    }

    private static List<String> names(List<Classification.Group> groups) {
        return groups.stream().map(Classification.Group::name).distinct().toList();
    }
}
