package tsunagu.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.evaluation.Papers;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Words;

/**
 * The papers as the city printed them, cell by cell, and what ours say in the same place (reference/plan/printed-*.csv; the papers of the
 * meeting of 29 July 2024 as they could be read). A cell is named by its paper, its row and what stands in it:
 *
 * <ul>
 *   <li>資料2: "1-2-5" with name, grade and direction; "1-2-5#2" (its second measure) with before, target and actual
 *   <li>資料3: "3-5-6" with name, grade and direction; "plan-3" with base, target, actual and observed
 *   <li>資料4: "1/4" (strategy, place) with name, grade and direction on the left, and next on the right
 * </ul>
 */
final class Printed {

    private static final FiscalYear KNOWN = FiscalYear.parse("R5");

    private Printed() {}

    /** @return empty for a year of which nothing printed is known */
    static List<PrintedCell> compare(Paper paper) {
        if (!paper.year().equals(KNOWN)) {
            return List.of();
        }
        Map<String, String> ours = cells(paper);
        return ReferenceTable.read("/reference/plan/printed-r5.csv").stream()
                .filter(each -> each.text("document").equals(paper.number()))
                .map(each -> new PrintedCell(
                        each.text("row"),
                        each.text("cell"),
                        each.textOrEmpty("printed"),
                        ours.getOrDefault(each.text("row") + " " + each.text("cell"), ""),
                        each.textOrEmpty("note")))
                .toList();
    }

    private static Map<String, String> cells(Paper paper) {
        Map<String, String> cells = new HashMap<>();
        if (paper.number().equals(Papers.RESULTS)) {
            paper.sections().forEach(each -> results(each, cells));
        } else if (paper.number().equals(Papers.CHECK)) {
            paper.sections().forEach(each -> check(each, cells));
        } else {
            for (int i = 0; i < paper.sections().size(); i++) {
                nextYear(i + 1, paper.sections().get(i), cells);
            }
        }
        return cells;
    }

    private static void results(Paper.Section section, Map<String, String> cells) {
        String code = "";
        int line = 0;
        for (List<PaperCell> row : section.rows()) {
            if (row.get(0).rows() > 0) {
                code = row.get(0).text();
                line = 0;
                cells.put(code + " name", row.get(1).text().split("\n", 2)[0]);
                cells.put(code + " grade", grade(row.get(3)));
                cells.put(code + " direction", direction(row.get(row.size() - 1).text()));
            }
            line++;
            cells.put(code + "#" + line + " before", number(row.get(2)));
            cells.put(code + "#" + line + " target", number(row.get(4)));
            cells.put(code + "#" + line + " actual", number(row.get(5)));
        }
    }

    private static void check(Paper.Section section, Map<String, String> cells) {
        for (int i = 0; i < section.rows().size(); i++) {
            List<PaperCell> row = section.rows().get(i);
            if (section.charts().isEmpty()) {
                String[] named = row.get(0).text().split(" ", 2);
                cells.put(named[0] + " name", named.length > 1 ? named[1] : "");
                cells.put(named[0] + " grade", grade(row.get(1)));
                cells.put(named[0] + " direction", row.get(2).text());
            } else {
                String code = section.charts().get(i).code();
                cells.put(code + " base", number(row.get(2)));
                cells.put(code + " target", number(row.get(3)));
                cells.put(code + " actual", number(row.get(4)));
                cells.put(code + " observed", row.get(4).mark().replaceAll("[ ()]", ""));
            }
        }
    }

    private static void nextYear(int strategy, Paper.Section section, Map<String, String> cells) {
        for (int i = 0; i < section.rows().size(); i++) {
            List<PaperCell> row = section.rows().get(i);
            String left = row.get(0).text();
            String right = row.get(3).text();
            if (!left.isEmpty()) {
                String key = strategy + "/" + place(left);
                cells.put(key + " name", unnumbered(left));
                cells.put(key + " grade", grade(row.get(1)));
                cells.put(key + " direction", row.get(2).text());
            }
            if (!right.isEmpty()) {
                String key = place(right).isEmpty() ? "-/" + (i + 1) : strategy + "/" + place(right);
                cells.put(key + " next", unnumbered(right));
            }
        }
    }

    /** "18" of "【新規】18 外国人就労者地域交流促進事業"; "" without a number. */
    private static String place(String named) {
        String bare = named.replace(Words.japanese("paper.addedMark"), "");
        int space = bare.indexOf(' ');
        String first = space < 0 ? "" : bare.substring(0, space);
        return first.matches("\\d+") ? first : "";
    }

    private static String unnumbered(String named) {
        String place = place(named);
        return place.isEmpty() ? named : named.replaceFirst(place + " ", "");
    }

    /** The word behind 【今後の方向性】, without what is said about it. */
    private static String direction(String words) {
        String marker = Words.japanese("evaluation.field.direction");
        for (String line : words.split("\n")) {
            int at = line.indexOf(marker);
            if (at == 1) {
                return line.substring(marker.length() + 2).replaceFirst(Words.japanese("paper.bracket") + ".*", "");
            }
        }
        return "";
    }

    private static String grade(PaperCell cell) {
        return cell.text().equals("—") ? "" : cell.text();
    }

    private static String number(PaperCell cell) {
        return cell.numeric() ? PaperCell.plain(cell.number()) : "";
    }
}
