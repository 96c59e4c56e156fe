package tsunagu.company;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Words;

/**
 * Whether a name looks like that of a city, an authority or another public body. It is a mark for those who decide and decides
 * nothing: there are honest companies among them.
 */
final class PublicBodies {

    private static final List<Pattern> NAMES = patterns("name");
    private static final List<Pattern> READINGS = patterns("reading");
    private static final List<Pattern> WEBSITES = patterns("website");

    private PublicBodies() {}

    static boolean like(PublicName wanted) {
        String name = plain(wanted.name());
        return name.equals(plain(Words.japanese("web.municipality")))
                || found(NAMES, name)
                || found(READINGS, plain(wanted.reading()))
                || found(WEBSITES, plain(wanted.website()));
    }

    private static boolean found(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(each -> each.matcher(text).find());
    }

    /** Full-width letters, capitals and spaces hide nothing. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}\u30fb]", "");
    }

    private static List<Pattern> patterns(String field) {
        return ReferenceTable.read("/reference/rules/public-bodies.csv").stream()
                .filter(row -> row.text("field").equals(field))
                .map(row -> Pattern.compile(row.text("pattern"), Pattern.CASE_INSENSITIVE))
                .toList();
    }
}
