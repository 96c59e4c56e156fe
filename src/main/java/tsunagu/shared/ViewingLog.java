package tsunagu.shared;

/** Where it is written down who read persons' records. */
public interface ViewingLog {

    /**
     * In one statement and outside of any transaction: the page has been read by then.
     *
     * @param company for which they read; null for the city
     */
    void write(Actor reader, Long company, Viewing viewing);
}
