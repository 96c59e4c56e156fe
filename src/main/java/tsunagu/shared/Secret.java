package tsunagu.shared;

/**
 * Something only its owner may read, on its way through the portal: a record that holds one can be printed into any log. Nothing is
 * bounded here; a secret that is stored is a hash.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** @return null for nothing typed, so that "missing" is a constraint like any other */
    public static Secret of(String typed) {
        return typed == null || typed.isBlank() ? null : new Secret(typed);
    }

    /** In the clear, for hashing and comparing only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
