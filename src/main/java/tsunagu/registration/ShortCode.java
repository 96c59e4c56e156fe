package tsunagu.registration;

import java.util.Optional;
import tsunagu.shared.CheckedDigits;
import tsunagu.shared.ReadTicket;
import tsunagu.shared.Secrets;

/**
 * Eight digits that can be read aloud over a noisy table. The last is a Damm check digit, which finds every single
 * wrong digit and every swap of neighbours. It tells tickets of one event apart; it is not a secret.
 *
 * @param digits eight of them, without the hyphen people see
 */
public record ShortCode(String digits) {

    private static final int RANDOM_DIGITS = 7;

    static ShortCode random() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            digits.append(Secrets.number(10));
        }
        return new ShortCode(digits.toString() + CheckedDigits.check(digits));
    }

    /** @return the code somebody typed or a scanner read, in whatever width and with whatever separators, if it is eight digits at all */
    public static Optional<ShortCode> typed(String text) {
        return Optional.ofNullable(CheckedDigits.in(ReadTicket.in(text))).map(ShortCode::new);
    }

    /** False when a digit was misheard or mistyped. */
    public boolean plausible() {
        return CheckedDigits.plausible(digits);
    }

    /** 1234-5678 */
    static String spaced(String digits) {
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }
}
