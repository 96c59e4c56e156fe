package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.shared.ImportTable;

/** The words that a table to hand over may hold where not every word is understood. In pages: {@code #{tableWords}}. */
@Named
@RequestScoped
public class TableWords {

    @Inject
    @Any
    private Instance<ImportTable> tables;

    /** The first line of a table to begin with. */
    public String header(String table) {
        return tables.stream()
                .filter(each -> each.name().equals(table))
                .flatMap(each -> each.columns().stream())
                .map(ImportTable.Column::label)
                .collect(Collectors.joining("\t"));
    }

    /** Columns with choices, in the order of the form. Ticks are told apart by the template; one word is no list. */
    public List<ImportTable.Column> of(String table) {
        return tables.stream()
                .filter(each -> each.name().equals(table) && each.held())
                .flatMap(each -> each.columns().stream())
                .filter(each -> each.choices().size() > 1)
                .toList();
    }
}
