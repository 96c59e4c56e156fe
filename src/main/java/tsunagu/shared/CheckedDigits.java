package tsunagu.shared;

import java.text.Normalizer;

/**
 * Eight digits of which the last is a check digit: how they are told from what was typed or read, and whether one of them was
 * misheard. The server and the door's page on a phone use this class alike (it is compiled to JavaScript, {@code tsunagu.qr}), so
 * it keeps to what both have: NFKC is the caller's own where {@code Normalizer} does not exist.
 */
public final class CheckedDigits {

    public static final int LENGTH = 8;

    /** Every dash a keyboard offers, and the Japanese long-vowel mark and middle dot people take for one. */
    private static final String DASHES = ".-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\u30fb";

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
        for (int i = 0; i < nfkc.length(); i++) {
            char each = nfkc.charAt(i);
            if (FoldedName.space(each) || DASHES.indexOf(each) >= 0) {
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
