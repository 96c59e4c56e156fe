package tsunagu.shared;

import java.util.OptionalInt;

/** The demonstration run: published accounts and example events, on a database of its own. Never in production. */
public final class Demonstration {

    private Demonstration() {}

    public static boolean on() {
        return "true".equals(System.getenv("TSUNAGU_DEMO"));
    }

    /**
     * How much memory a password's hash takes instead of what is right, in KiB: the tests sign in a thousand times, always with a published
     * password. Outside of a demonstration it is not listened to.
     */
    public static OptionalInt passwordMemory() {
        String wanted = System.getenv("TSUNAGU_DEMO_PASSWORD_MEMORY");
        return on() && wanted != null ? OptionalInt.of(Integer.parseInt(wanted)) : OptionalInt.empty();
    }

    /** Password of all demonstration accounts; published, because they exist only there. */
    public static String password() {
        return System.getenv("TSUNAGU_DEMO_PASSWORD");
    }
}
