package tsunagu.posting;

/** 雇用形態 */
public enum Employment {
    /** 正社員 */
    REGULAR,
    /** 契約社員 */
    CONTRACT,
    /** パート・アルバイト */
    PART_TIME,
    /** 派遣社員 */
    DISPATCH
}
