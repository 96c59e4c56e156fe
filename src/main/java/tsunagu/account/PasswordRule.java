package tsunagu.account;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tsunagu.shared.DomainException;

/**
 * What a password must be: long, and not made of what everybody knows. NIST SP 800-63B-4 asks for 15 characters where a password stands
 * alone, for a comparison with common ones, and forbids rules about kinds of characters. The comparison is zxcvbn's: how many tries
 * somebody needs who begins with common passwords, words, names, dates and rows of keys. Nothing leaves the portal for it.
 */
final class PasswordRule {

    static final int SHORTEST = CommonWords.SHORTEST;

    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 6;

    /**
     * Tries that a password withstands, as a power of ten. Ten: a stolen table of hashes (Argon2id, some hundred tries a second) keeps it
     * for years; guessing at the sign-in form (one a minute) is beside the point.
     */
    private static final double LEAST_TRIES = 10;

    /** The comparison takes longer than linear time; what is beyond is long enough anyway. */
    private static final int COMPARED = 64;

    private static final Zxcvbn COMPARISON = new Zxcvbn();

    private PasswordRule() {}

    /**
     * @param email of the account
     * @param name of its owner
     * @throws DomainException when the password is too short, too long, or easily guessed for this owner
     */
    static void check(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new DomainException("account.error.passwordShort", SHORTEST, length);
        }
        if (length > LONGEST) {
            throw new DomainException("account.error.passwordLong", LONGEST);
        }
        Strength found = measured(password, email, name);
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT || found.getGuessesLog10() < LEAST_TRIES) {
            throw new DomainException(
                    repeats(found)
                            ? "account.error.passwordRepeated"
                            : joins(found) ? "account.error.passwordJoined" : "account.error.passwordWeak");
        }
    }

    /** The same again and again makes up the most of it. */
    private static boolean repeats(Strength found) {
        return covered(found, Pattern.Repeat) * 2 > found.getPassword().length();
    }

    /** Words that everybody knows, one after the other, make up the most of it. */
    private static boolean joins(Strength found) {
        return covered(found, Pattern.Dictionary) * 4 > found.getPassword().length() * 3;
    }

    private static int covered(Strength found, Pattern by) {
        return found.getSequence().stream()
                .filter(each -> each.pattern == by)
                .mapToInt(each -> each.tokenLength())
                .sum();
    }

    private static Strength measured(String password, String email, String name) {
        List<String> known = new ArrayList<>(CommonWords.HERE);
        known.addAll(CommonWords.JAPANESE);
        known.add(name.toLowerCase(Locale.ROOT));
        known.addAll(Arrays.asList(email.toLowerCase(Locale.ROOT).split("[@.]")));
        known.addAll(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[ \u3000]+")));
        known.removeIf(each -> each.length() < 2);
        String compared = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return COMPARISON.measure(compared.substring(0, Math.min(compared.length(), COMPARED)), known);
    }
}
