package tsunagu.posting;

/** What the stated wage is paid for. */
public enum WageUnit {
    MONTH,
    DAY,
    HOUR,
    YEAR
}
