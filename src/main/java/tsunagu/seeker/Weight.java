package tsunagu.seeker;

/** How much a wish weighs. @param value 0 to 5 @param must without it nothing else helps: it is listed first as missing */
public record Weight(int value, boolean must) {

    public static final int MOST = 5;

    /** Of a wish nobody weighed. */
    public static final Weight USUAL = new Weight(3, false);

    /** The same of what one would do all day: a software engineer is not helped by a garage next door. */
    static final Weight USUAL_OF_THE_WORK = new Weight(MOST, false);
}
