package tsunagu.shared;

import java.text.Normalizer;

/**
 * Eight digits of which the last is a check digit: how they are told from what was typed or read, and whether one of them was
 * misheard. The server and the door's page on a phone use this class alike (it is compiled to JavaScript, {@code tsunagu.qr}), so
 * it keeps to what both have: NFKC is the caller's own where {@code Normalizer} does not exist.
 */
public final class CheckedDigits {

    public static final int LENGTH = 8;

    /** Every dash a keyboard offers, what a scanner and a spreadsheet put around or between digits, and the Japanese long-vowel mark and middle dot people take for one. */
    private static final String DASHES = ".-_=~/*'\"\u2500\u301c\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\u30fb";

    /** What is written before a number: No. (also as one sign) and the name of the field. */
    private static final String[] WORDS = {"No", "no", "NO", "\u53d7\u4ed8\u756a\u53f7"};

    /** H. M. Damm's totally anti-symmetric quasigroup of order 10. */
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    private CheckedDigits() {}

    /** @return the eight digits in {@code text}, in whatever width and with whatever separators; null when it is something else */
    public static String in(String text) {
        return inNormalized(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** @param nfkc the text after NFKC @return as {@link #in} */
    public static String inNormalized(String nfkc) {
        StringBuilder digits = new StringBuilder();
        int begin = 0;
        for (String word : WORDS) {
            begin = nfkc.startsWith(word) ? word.length() : begin;
        }
        // A spreadsheet's number with its decimal place.
        int end = nfkc.endsWith(".0") ? nfkc.length() - 2 : nfkc.length();
        for (int i = begin; i < end; i++) {
            char each = nfkc.charAt(i);
            if (FoldedName.space(each) || FoldedName.unseen(each) || DASHES.indexOf(each) >= 0) {
                continue;
            }
            if (each < '0' || each > '9' || digits.length() == LENGTH) {
                return null;
            }
            digits.append(each);
        }
        return digits.length() == LENGTH ? digits.toString() : null;
    }

    /** @param digits any number of them @return the digit that makes them plausible when it is put behind them; 0 when they are */
    public static int check(CharSequence digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }

    /** False when a digit was misheard or mistyped: every single wrong one is noticed, and every swap of neighbours. */
    public static boolean plausible(String digits) {
        return check(digits) == 0;
    }
}
