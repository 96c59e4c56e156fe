package tsunagu.shared;

/**
 * Work that takes longer than a page may take: begun by a person, done in the background in that person's name and with their rights, all of
 * it or nothing. It goes on when they leave the page, begins anew when its node dies, runs on one node at a time, and can be stopped.
 */
public interface LongWork {

    /** One word of ASCII; part of the text keys that tell of it ({@code job.work.<kind>}). */
    String kind();

    /**
     * Does it, inside one transaction that ends when this returns.
     *
     * @param about what it is done to, as it was begun with: a number, or ""
     * @param input what it is made of: the text of a table
     * @param progress told of now and then; it ends the work where that was asked for
     * @return how many records were made
     * @throws DomainException when it cannot be done; its sentence is shown to whoever began it
     */
    int run(String about, String input, Progress progress);

    /** Where its result is seen; a path. */
    String result(String about);

    /** How far it is. */
    @FunctionalInterface
    interface Progress {

        /** Of work that is done while its page waits. */
        Progress UNSEEN = (done, all) -> {};

        /** @throws Stopped when it is to end, without a trace */
        void told(int done, int all);
    }

    /** Somebody stopped it, or another node took it over. */
    final class Stopped extends RuntimeException {

        public Stopped() {
            super("stopped", null, false, false);
        }
    }
}
