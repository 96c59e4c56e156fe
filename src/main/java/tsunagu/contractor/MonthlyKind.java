package tsunagu.contractor;

/** What a contractor reports for a month. */
public enum MonthlyKind {
    /** 相談件数 */
    CONSULTATIONS,
    /** 新規登録者数 */
    REGISTRANTS,
    /** 就職人数 */
    PLACED
}
