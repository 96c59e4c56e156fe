package tsunagu.shared;

import java.util.regex.Pattern;

/**
 * The number that the proxy gave to the request this thread works for: under it the proxy's log has its line, the portal's log its incident, and
 * the database's log its statement.
 */
public final class RequestNumber {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{8,48}");

    private static final ThreadLocal<String> NOW = new ThreadLocal<>();

    private RequestNumber() {}

    /** "" where there is none. */
    public static String now() {
        String number = NOW.get();
        return number == null ? "" : number;
    }

    /** @param said null or whatever somebody sent, which is not believed when it does not look like one */
    public static String of(String said) {
        return said == null || !NUMBER.matcher(said).matches() ? "" : said;
    }

    /** An action that may fail as a request may. */
    public interface Work<A extends Exception, B extends Exception> {

        void run() throws A, B;
    }

    public static <A extends Exception, B extends Exception> void during(String said, Work<A, B> work) throws A, B {
        NOW.set(of(said));
        try {
            work.run();
        } finally {
            NOW.remove();
        }
    }
}
