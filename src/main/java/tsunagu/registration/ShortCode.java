package tsunagu.registration;

import java.text.Normalizer;
import java.util.Optional;
import tsunagu.shared.Secrets;

/**
 * Eight digits that can be read aloud over a noisy table. The last is a Damm check digit, which finds every single
 * wrong digit and every swap of neighbours. It tells tickets of one session apart; it is not a secret.
 *
 * @param digits eight of them, without the hyphen people see
 */
public record ShortCode(String digits) {

    private static final int RANDOM_DIGITS = 7;

    /** Spaces, every dash a keyboard offers, and the Japanese long-vowel mark and middle dot people take for one. */
    private static final String SEPARATORS = "[\\s.\\-\u2010-\u2015\u2212\u30fc\u30fb]";

    /** H. M. Damm's totally anti-symmetric quasigroup of order 10. */
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    static ShortCode random() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            digits.append(Secrets.number(10));
        }
        return new ShortCode(digits.toString() + damm(digits));
    }

    /** @return the code somebody typed, in whatever width and with whatever separators, if it is eight digits at all */
    public static Optional<ShortCode> typed(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll(SEPARATORS, "");
        return digits.matches("[0-9]{8}") ? Optional.of(new ShortCode(digits)) : Optional.empty();
    }

    /** False when a digit was misheard or mistyped. */
    public boolean plausible() {
        return damm(digits) == 0;
    }

    /** 1234-5678 */
    static String spaced(String digits) {
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }

    private static int damm(CharSequence digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = DAMM[state][digits.charAt(i) - '0'];
        }
        return state;
    }
}
