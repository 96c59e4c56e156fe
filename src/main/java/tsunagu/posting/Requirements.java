package tsunagu.posting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Words;

/**
 * 必要な資格 out of the words of a posting: which licences of the table are named, and whether they are needed or only welcome. A clause that
 * says 尚可, 歓迎 or the like makes what it names welcome; one that says 不要 or 不問 names nothing.
 *
 * @param needed without which nobody is taken
 * @param welcome good to have
 */
record Requirements(Set<String> needed, Set<String> welcome) {

    /** Tags in the lists' index: of needed and of welcome licences. */
    static final String NEEDS = "needs=";

    static final String WELCOMES = "welcomes=";

    private static final Pattern CLAUSES = Pattern.compile(Words.japanese("posting.requirements.clauses"));
    private static final Pattern WELCOME = Pattern.compile(Words.japanese("posting.requirements.welcome"));
    private static final Pattern NOT_ASKED = Pattern.compile(Words.japanese("posting.requirements.notAsked"));

    private record Licence(String code, List<String> words) {}

    private static final List<Licence> LICENCES = ReferenceTable.read("/reference/licences.csv").stream()
            .map(row -> new Licence(
                    row.text("code"), Arrays.asList(row.text("words").split(" "))))
            .toList();

    static Requirements of(String qualifications) {
        Set<String> needed = new TreeSet<>();
        Set<String> welcome = new TreeSet<>();
        for (String clause : CLAUSES.split(qualifications)) {
            if (NOT_ASKED.matcher(clause).find()) {
                continue;
            }
            Set<String> target = WELCOME.matcher(clause).find() ? welcome : needed;
            LICENCES.stream()
                    .filter(each -> each.words().stream().anyMatch(clause::contains))
                    .forEach(each -> target.add(each.code()));
        }
        welcome.removeAll(needed);
        return new Requirements(needed, welcome);
    }

    List<String> tags() {
        List<String> tags = new ArrayList<>();
        needed.forEach(each -> tags.add(NEEDS + each));
        welcome.forEach(each -> tags.add(WELCOMES + each));
        return tags;
    }
}
