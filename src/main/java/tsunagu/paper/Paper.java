package tsunagu.paper;

import java.util.List;
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

    Paper standing(String sentence) {
        return new Paper(number, title, year, sentence, sections, notes, seal);
    }

    Paper sealed(String sentence) {
        return new Paper(number, title, year, standing, sections, notes, sentence);
    }

    /**
     * A table with its headings.
     *
     * @param policy 基本方針, "" where it goes on from the section before
     * @param strategy 戦略, or another second heading; "" without
     * @param charts indicators drawn below the table
     */
    public record Section(
            String policy, String strategy, List<Column> columns, List<List<PaperCell>> rows, List<Indicator> charts) {}

    /** @param width share of the paper's width, in hundredths */
    public record Column(String heading, int width) {}
}
