package tsunagu.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.evaluation.YearPapers;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Words;

/**
 * The papers of a year as they are kept with its closing. Where the year was closed before, what is another one now is said in notes beside the
 * old (訂正), with why it was opened.
 */
@ApplicationScoped
class KeptPapers implements YearPapers {

    @Inject
    private PaperService papers;

    @Override
    public Map<String, JsonObject> contents(FiscalYear year, Before before) {
        Map<String, JsonObject> contents = new TreeMap<>();
        for (String number : List.of("2", "3", "4")) {
            Paper now = papers.current(number, year);
            JsonObject earlier = before.papers().get(number);
            List<String> corrections = earlier == null ? List.of() : corrections(PaperContent.paper(earlier), now);
            contents.put(number, PaperContent.of(now.withNotes(noted(corrections, before.reasons()))));
        }
        return contents;
    }

    private static List<String> noted(List<String> corrections, List<String> reasons) {
        List<String> notes = new ArrayList<>(corrections);
        if (!corrections.isEmpty() && !reasons.isEmpty()) {
            notes.add(words("paper.correctedWhy", String.join(Words.japanese("web.listSeparator"), reasons)));
        }
        return notes;
    }

    /** Cell by cell; a row is known by its first words (number and name, or the indicator), for rows may have moved. */
    static List<String> corrections(Paper before, Paper now) {
        Map<String, String> old = cells(before);
        Map<String, String> fresh = cells(now);
        List<String> found = new ArrayList<>();
        fresh.forEach((place, shown) -> {
            String then = old.remove(place);
            if (then == null) {
                found.add(words("paper.correctedNew", place, shown));
            } else if (!then.equals(shown)) {
                found.add(words("paper.corrected", place, then, shown));
            }
        });
        old.forEach((place, then) -> found.add(words("paper.correctedGone", place, then)));
        return found;
    }

    /** What is shown, by row and column in words. */
    private static Map<String, String> cells(Paper paper) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Paper.Section section : paper.sections()) {
            String row = "";
            for (List<PaperCell> each : section.rows()) {
                if (each.get(0).rows() > 0) {
                    row = line(each.get(0))
                            + (each.size() > 1
                                            && each.get(0).text() != null
                                            && each.get(0).text().matches("[0-9-]+")
                                    ? " " + line(each.get(1))
                                    : "");
                }
                for (int column = 0; column < each.size(); column++) {
                    if (each.get(column).rows() > 0) {
                        String place = row
                                + Words.japanese("paper.place")
                                + section.columns().get(column).heading();
                        int again = seen.merge(place, 1, Integer::sum);
                        cells.put(
                                again == 1 ? place : place + " (" + again + ")",
                                each.get(column).shown());
                    }
                }
            }
        }
        return cells;
    }

    private static String line(PaperCell cell) {
        return cell.shown().lines().findFirst().orElse("");
    }

    private static String words(String key, Object... arguments) {
        return MessageFormat.format(Words.japanese(key), arguments);
    }
}
