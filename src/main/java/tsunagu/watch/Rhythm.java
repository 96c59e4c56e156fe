package tsunagu.watch;

/** How often a letter tells what is new. */
public enum Rhythm {
    DAILY,
    /** On Mondays. */
    WEEKLY,
    /** No letter: new things are on the person's page. */
    NEVER
}
