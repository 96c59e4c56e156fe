package tsunagu.plan;

/** どの日で年度を決めるか: of records with more than one day, the one that decides the fiscal year. Sessions have one: the day they are held. */
public enum DatedBy {
    /** 就職: the first day of work; the usual one */
    FIRST_DAY(Counting.PLACEMENTS),
    /** 就職: the day on which the second side said so */
    AGREED(Counting.PLACEMENTS),
    /** 仕事体験: the first day of the run; the usual one */
    START(Counting.INTERNS),
    /** 仕事体験: the last day of the run */
    END(Counting.INTERNS);

    private final Counting counting;

    DatedBy(Counting counting) {
        this.counting = counting;
    }

    public boolean fits(Counting other) {
        return counting == other;
    }
}
