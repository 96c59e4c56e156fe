package tsunagu.paper;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tsunagu.plan.Figure;

/**
 * A cell of a paper: words, or a number with what stands before and behind it.
 *
 * @param text words; null for a number
 * @param before label of the measure where a programme has several; "" otherwise
 * @param unit behind the number
 * @param mark whether it is computed from records, and the number of a note; "" without
 * @param opens programme and measure whose rows the number is made of, as part of an address; "" for none
 * @param rows how many rows it spans; 0 when a cell above covers it
 */
public record PaperCell(
        Kind kind, String text, BigDecimal number, String before, String unit, String mark, int rows, String opens) {

    /** How it is set. */
    public enum Kind {
        WORDS,
        /** to the right */
        NUMBER,
        /** large and centred */
        GRADE
    }

    static PaperCell words(String text, int rows) {
        return new PaperCell(Kind.WORDS, text, null, "", "", "", rows, "");
    }

    static PaperCell grade(String text, int rows) {
        return new PaperCell(Kind.GRADE, text, null, "", "", "", rows, "");
    }

    /** "—" where there is no number: it is not zero. */
    static PaperCell number(BigDecimal number, String before, String unit, String mark) {
        return number == null
                ? new PaperCell(Kind.NUMBER, (before + " —" + mark).strip(), null, "", "", "", 1, "")
                : new PaperCell(Kind.NUMBER, null, number, before.isEmpty() ? "" : before + " ", unit, mark, 1, "");
    }

    /** An actual that is made of rows: on the page it opens to them. */
    PaperCell opening(Figure figure) {
        return new PaperCell(
                kind, text, number, before, unit, mark, rows, figure.programmeId() + "/" + figure.measure());
    }

    static PaperCell covered() {
        return words("", 0);
    }

    /** As it is read, in all outputs. */
    public String shown() {
        return number == null ? text : before + plain(number) + unit + mark;
    }

    public boolean grade() {
        return kind == Kind.GRADE;
    }

    /** Set to the right, whether there is a number or not. */
    public boolean right() {
        return kind == Kind.NUMBER;
    }

    public boolean numeric() {
        return number != null;
    }

    static String plain(BigDecimal number) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
