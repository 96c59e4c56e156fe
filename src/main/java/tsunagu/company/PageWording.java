package tsunagu.company;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.Wording;

/** The words of a company's page go through the same rules as those of its postings: who reads the page reads an offer of work. */
public final class PageWording {

    private static final Set<Wording.Subject> SUBJECTS = EnumSet.allOf(Wording.Subject.class);

    private PageWording() {}

    /** @return what was found, by the field's name on the page, in the page's order; fields without a hit are not in it */
    public static Map<String, List<Wording.Hit>> found(CompanyProfile page) {
        Map<String, String> prose = new LinkedHashMap<>();
        prose.put("summary", page.summary());
        prose.put("business", page.business());
        prose.put("appeal", page.appeal());
        prose.put("plainWords", page.plainWords());
        prose.put("welfare", page.welfare());
        prose.put("dayOf", page.dayOf());
        for (int i = 0; i < page.day().size(); i++) {
            prose.put("day-" + i + "-what", page.day().get(i).what());
        }
        Map<String, List<Wording.Hit>> found = new LinkedHashMap<>();
        prose.forEach((field, words) -> {
            List<Wording.Hit> hits = Wording.found(words, SUBJECTS);
            if (!hits.isEmpty()) {
                found.put(field, hits);
            }
        });
        return found;
    }

    /** Whether something in it is unlawful as it stands. */
    static boolean blocks(CompanyProfile page) {
        return found(page).values().stream().flatMap(List::stream).anyMatch(Wording.Hit::blocks);
    }
}
