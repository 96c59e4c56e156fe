package tsunagu.signon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody did not come in by a provider; each has a sentence. */
public enum Problem {
    /** The provider does not answer. */
    AWAY,
    /** It answered what is not to be believed, or that it does not want to. */
    REFUSED,
    /** The person turned back there. */
    CANCELLED,
    /** The answer is to no question of this browser, or comes too late. */
    LATE,
    /** Too many at once. */
    BUSY,
    /** Linked to an account that cannot be used now. */
    CLOSED,
    /** Linked to an account that is no longer of the kind the provider speaks for. */
    KIND;

    /** In addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Problem> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
