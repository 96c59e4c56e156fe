package tsunagu.registration;

/** How somebody asked whose registration staff enter. */
public enum Channel {
    TELEPHONE,
    FAX,
    /** 窓口 */
    COUNTER,
    OTHER
}
