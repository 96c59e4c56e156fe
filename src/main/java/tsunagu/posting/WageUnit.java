package tsunagu.posting;

/** What the stated wage is paid for. */
public enum WageUnit {
    MONTH,
    DAY,
    HOUR,
    YEAR;

    private static final int MONTHS = 12;

    /**
     * The wage by the month, so that postings can be compared: a month's as it stands, a year's divided by twelve. A day's and an hour's
     * need hours and days that a posting states in its terms ({@link MonthlyPay}), and have a comparison of their own.
     *
     * @param wage yen per this unit
     * @return yen, rounded down; null where it cannot be told
     */
    public Integer monthly(int wage) {
        return switch (this) {
            case MONTH -> wage;
            case YEAR -> wage / MONTHS;
            case DAY, HOUR -> null;
        };
    }
}
