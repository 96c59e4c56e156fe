package tsunagu.account;

import java.util.Locale;
import tsunagu.shared.DomainException;

/**
 * What a password must be: long, and not made of what everybody knows. NIST SP 800-63B-4 asks for 15 characters where a
 * password stands alone, and forbids rules about kinds of characters.
 */
final class PasswordRule {

    /** Counted in code points, so that Japanese words count as typed. */
    static final int SHORTEST = 15;

    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 6;

    private PasswordRule() {}

    /** @throws DomainException when the password is too short, too long, or easily guessed for this address */
    static void check(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new DomainException("account.error.passwordShort", SHORTEST);
        }
        if (length > LONGEST) {
            throw new DomainException("account.error.passwordLong", LONGEST);
        }
        String local = email.replaceFirst("@.*", "").toLowerCase(Locale.ROOT);
        boolean namesOwner =
                local.length() >= 4 && password.toLowerCase(Locale.ROOT).contains(local) && length < SHORTEST + local.length();
        if (namesOwner || password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            throw new DomainException("account.error.passwordWeak");
        }
    }
}
