package tsunagu.shared;

/** Whether the database has stopped answering; asked before a request waits for it, because a request that waits holds everybody else up. */
public interface DatabaseWatch {

    /** True from about two seconds after the last answer until the next one. */
    boolean away();

    /**
     * True while the clock of this machine and that of the database are more than a minute apart: what is due is then a question of which node asks, so
     * this one says that it is not ready and does no background work.
     */
    boolean clockDiffers();

    /** @throws DatabaseAwayException while it is away */
    default void require() {
        if (away()) {
            throw new DatabaseAwayException();
        }
    }
}
