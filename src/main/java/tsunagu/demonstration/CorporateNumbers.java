package tsunagu.demonstration;

import java.util.HashSet;
import java.util.Set;
import tsunagu.shared.CorporateNumber;

/** Made-up numbers that pass the check digit of the corporate number. */
final class CorporateNumbers {

    private static final int BASE_DIGITS = 12;

    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    CorporateNumbers(Dice dice) {
        this.dice = dice;
    }

    String next() {
        while (true) {
            StringBuilder base = new StringBuilder();
            for (int i = 0; i < BASE_DIGITS; i++) {
                base.append(dice.between(0, 9));
            }
            if (used.add(base.toString())) {
                return CorporateNumber.checkDigit(base) + base.toString();
            }
        }
    }
}
