package tsunagu.paper;

import java.math.BigDecimal;
import java.text.Normalizer;

/**
 * A cell of a paper as the city printed it, beside ours.
 *
 * @param row which line of the paper
 * @param cell what stands in it: name, grade, direction, before, target, actual, base, observed, next
 * @param printed as it can be read; "" for an empty cell
 * @param ours "" where our paper has nothing there
 * @param note why they differ; "" where nobody has to know more
 */
public record PrintedCell(String row, String cell, String printed, String ours, String note) {

    /** Widths, spaces, and how a number is grouped make no difference. */
    public boolean same() {
        return plain(printed).equals(plain(ours));
    }

    private static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        String number = folded.replace(",", "");
        return number.matches("\\d+(\\.\\d+)?")
                ? new BigDecimal(number).stripTrailingZeros().toPlainString()
                : folded;
    }
}
