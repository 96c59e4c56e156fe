package tsunagu.shared;

import java.time.Duration;

/**
 * How often something may be done before it has to wait: so many at once, and so many anew in a time. The whole list of what is
 * limited; docs/security.md shows it, and a test compares the two. A network is what one household or school looks like from outside
 * (/24, /64), so its numbers are those of a class of forty behind one address.
 */
public enum Limit {
    /** Wrong passwords for one account, from devices that never signed in to it; then one try a minute. */
    SIGN_IN_ACCOUNT(5, 1, Duration.ofMinutes(1)),
    /** Wrong passwords from a device that signed in to the account before: nobody else uses these up. */
    SIGN_IN_DEVICE(5, 1, Duration.ofMinutes(1)),
    SIGN_IN_NETWORK(100, 100, Duration.ofMinutes(10)),
    /** The password asked for again before something final. */
    CONFIRM_ACCOUNT(5, 1, Duration.ofMinutes(1)),
    /** Wrong numbers or recovery codes of the second factor, after a right password. */
    SECOND_FACTOR(5, 1, Duration.ofMinutes(1)),
    SIGN_UP_NETWORK(60, 60, Duration.ofHours(1)),
    REGISTRATION_NETWORK(120, 120, Duration.ofHours(1)),
    /** Requests under the privacy law by the public form; each is a case that the city has to answer. */
    PRIVACY_NETWORK(20, 20, Duration.ofHours(1)),
    /** All forms of people who are not signed in together: also tickets, questionnaires, letters stopped. */
    VISITOR_NETWORK(600, 600, Duration.ofMinutes(10), false),
    /** Letters that somebody unknown can have sent to an address: sign-up, registration, invitation. */
    LETTER_ADDRESS(5, 5, Duration.ofHours(1)),
    UPLOAD_ACCOUNT(60, 60, Duration.ofHours(1)),
    /** Public pages that have to be made, and are not kept: searches, lists, the interface for programs. */
    SEARCH_NETWORK(searches(), searches(), Duration.ofMinutes(1), false);

    private final int most;
    private final int refill;
    private final Duration per;
    private final boolean everywhere;

    Limit(int most, int refill, Duration per) {
        this(most, refill, per, true);
    }

    Limit(int most, int refill, Duration per, boolean everywhere) {
        this.most = most;
        this.refill = refill;
        this.per = per;
        this.everywhere = everywhere;
    }

    /** An installation behind a proxy that limits by itself, or one that is measured, may say another number. */
    private static int searches() {
        String said = System.getenv("TSUNAGU_SEARCHES_PER_MINUTE");
        return said == null || !said.matches("[1-9][0-9]{0,8}") ? 1_200 : Integer.parseInt(said);
    }

    /** At once, by somebody who has done nothing for a while. */
    public int most() {
        return most;
    }

    /** Anew in each {@link #per()}. */
    public int refill() {
        return refill;
    }

    public Duration per() {
        return per;
    }

    /** How long one takes to come anew. */
    public Duration step() {
        return per.dividedBy(refill);
    }

    /**
     * True when all nodes count together. The others protect a node's own work, are asked at nearly every request, and would cost the
     * database more than what they protect.
     */
    public boolean everywhere() {
        return everywhere;
    }
}
