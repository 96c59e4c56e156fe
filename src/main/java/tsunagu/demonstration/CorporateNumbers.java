package tsunagu.demonstration;

import java.util.HashSet;
import java.util.Set;

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
                return checkDigit(base) + base.toString();
            }
        }
    }

    /** Ministerial ordinance on corporate numbers, article 2. */
    static int checkDigit(CharSequence base) {
        int sum = 0;
        for (int n = 1; n <= BASE_DIGITS; n++) {
            int digit = base.charAt(BASE_DIGITS - n) - '0';
            sum += digit * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }
}
