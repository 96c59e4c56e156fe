package tsunagu.job;

/** How far a long work is. */
public enum LongWorkState {
    /** Handed over and not begun: somebody looks at it first. */
    KEPT,
    WAITING,
    RUNNING,
    DONE,
    /** Nothing of it was kept: a rule was broken, it took too long, or its nodes died again and again. */
    FAILED,
    /** Somebody stopped it; nothing of it was kept. */
    STOPPED;

    public boolean open() {
        return this == WAITING || this == RUNNING;
    }
}
