package tsunagu.signon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tsunagu.account.ProviderKind;

/** The two ways in that a city may offer beside its own; at most one provider stands behind each. */
public enum Way {
    COMPANY(ProviderKind.COMPANIES),
    STAFF(ProviderKind.STAFF);

    private final ProviderKind kind;

    Way(ProviderKind kind) {
        this.kind = kind;
    }

    public ProviderKind kind() {
        return kind;
    }

    /** In addresses: "company". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the variables begin by which the city sets it: "TSUNAGU_COMPANY_SSO_". */
    String prefix() {
        return "TSUNAGU_" + name() + "_SSO_";
    }

    public static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
