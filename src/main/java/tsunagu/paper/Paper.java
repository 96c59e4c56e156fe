package tsunagu.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.plan.Indicator;
import tsunagu.shared.FiscalYear;

/**
 * A paper as it is printed.
 *
 * @param number 資料2, 資料3 or 資料4
 * @param standing how far the figures are approved, in one sentence
 * @param seal the entry of the chain of official records that stands on every sheet; "" in what is kept with the entry itself
 * @param notes what has to be said about doubtful cells, by the numbers of their marks
 */
public record Paper(
        String number,
        String title,
        FiscalYear year,
        String standing,
        List<Section> sections,
        List<String> notes,
        String seal) {

    Paper(String number, String title, FiscalYear year, String standing, List<Section> sections, List<String> notes) {
        this(number, title, year, standing, sections, notes, "");
    }

    /** With notes before its own. */
    Paper withNotes(List<String> more) {
        return new Paper(
                number,
                title,
                year,
                standing,
                sections,
                Stream.concat(more.stream(), notes.stream()).toList(),
                seal);
    }

    /** Without the columns that the city's papers do not have. @param leftOut what stands in the place of their headings */
    Paper without(String leftOut) {
        return new Paper(
                number,
                title,
                year,
                standing,
                sections.stream().map(each -> each.without(leftOut)).toList(),
                notes,
                seal);
    }

    Paper standing(String sentence) {
        return new Paper(number, title, year, sentence, sections, notes, seal);
    }

    Paper sealed(String sentence) {
        return new Paper(number, title, year, standing, sections, notes, sentence);
    }

    /**
     * Its sheets as the city prints them: 資料3 has one for each 基本方針, with the indicators, their charts and the programmes side by side;
     * the others go on from one table to the next.
     */
    List<List<Section>> sheets() {
        if (!charted()) {
            return List.of(sections);
        }
        List<List<Section>> sheets = new ArrayList<>();
        for (Section section : sections) {
            if (sheets.isEmpty() || !section.policy().isEmpty()) {
                sheets.add(new ArrayList<>());
            }
            sheets.get(sheets.size() - 1).add(section);
        }
        return sheets;
    }

    /** It has indicators, whose charts stand beside what was done. */
    boolean charted() {
        return sections.stream().anyMatch(each -> !each.charts().isEmpty());
    }

    /**
     * A table with its headings.
     *
     * @param policy 基本方針, "" where it goes on from the section before
     * @param strategy 戦略, or another second heading; "" without
     * @param charts indicators drawn below the table
     */
    public record Section(
            String policy, String strategy, List<Column> columns, List<List<PaperCell>> rows, List<Indicator> charts) {

        /** The other columns take the room of those that are left out. */
        private Section without(String leftOut) {
            List<Integer> kept = IntStream.range(0, columns.size())
                    .filter(i -> !columns.get(i).heading().equals(leftOut))
                    .boxed()
                    .toList();
            if (kept.size() == columns.size()) {
                return this;
            }
            int all = columns.stream().mapToInt(Column::width).sum();
            int room = kept.stream().mapToInt(i -> columns.get(i).width()).sum();
            return new Section(
                    policy,
                    strategy,
                    kept.stream()
                            .map(columns::get)
                            .map(each -> new Column(each.heading(), each.width() * all / room))
                            .toList(),
                    rows.stream()
                            .map(row -> kept.stream().map(row::get).toList())
                            .toList(),
                    charts);
        }
    }

    /** @param width share of the paper's width, in hundredths */
    public record Column(String heading, int width) {}
}
