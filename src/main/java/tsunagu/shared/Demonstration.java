package tsunagu.shared;

/** The demonstration run: published accounts and example events, on a database of its own. Never in production. */
public final class Demonstration {

    private Demonstration() {}

    public static boolean on() {
        return "true".equals(System.getenv("TSUNAGU_DEMO"));
    }

    /** Password of all demonstration accounts; published, because they exist only there. */
    public static String password() {
        return System.getenv("TSUNAGU_DEMO_PASSWORD");
    }
}
