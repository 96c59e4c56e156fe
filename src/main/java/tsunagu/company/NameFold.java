package tsunagu.company;

import java.util.List;
import java.util.stream.Stream;
import tsunagu.search.SearchText;
import tsunagu.shared.ReferenceTable;

/** A company's name without what people write now this way, now that: ㈱ or 株式会社, 髙 or 高, widths, spaces, brackets. */
final class NameFold {

    private static final List<String> FORMS = ReferenceTable.read("/reference/search/forms.csv").stream()
            .flatMap(row -> Stream.of(row.text("long"), row.text("short")))
            .map(SearchText::normalise)
            .sorted((one, other) -> other.length() - one.length())
            .toList();

    private NameFold() {}

    static String of(String name) {
        String folded = SearchText.normalise(name);
        for (String form : FORMS) {
            folded = folded.replace(form, "");
        }
        return folded.replaceAll("[\\s()\\[\\]\u30fb\u30fc-]", "");
    }
}
