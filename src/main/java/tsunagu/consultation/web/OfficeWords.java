package tsunagu.consultation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.web.Web;

/**
 * Offices in the reader's language. What an office is about is the city's to rewrite; once it has, only the city's words are right, and
 * they are Japanese. In pages: {@code #{officeWords}}.
 */
@Named
@ApplicationScoped
public class OfficeWords {

    private static final List<Row> OFFICES = ReferenceTable.read("/reference/consultation/offices.csv");

    @Inject
    private Web web;

    public String name(String name) {
        return translated("name", name);
    }

    public String about(String about) {
        return translated("about", about);
    }

    private String translated(String column, String words) {
        return !web.isEnglish()
                ? words
                : OFFICES.stream()
                        .filter(row -> words.equals(row.text(column)))
                        .map(row -> row.text(column + "_en"))
                        .findFirst()
                        .orElse(words);
    }
}
