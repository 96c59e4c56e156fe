package tsunagu.shared;

/** Where it is written down who read persons' records. */
public interface ViewingLog {

    /** In one statement and outside of any transaction: the page has been read by then. */
    void write(Actor reader, Viewing viewing);
}
