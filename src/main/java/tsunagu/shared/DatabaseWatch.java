package tsunagu.shared;

/** Whether the database has stopped answering; asked before a request waits for it, because a request that waits holds everybody else up. */
public interface DatabaseWatch {

    /** True from about two seconds after the last answer until the next one. */
    boolean away();

    /** @throws DatabaseAwayException while it is away */
    default void require() {
        if (away()) {
            throw new DatabaseAwayException();
        }
    }
}
