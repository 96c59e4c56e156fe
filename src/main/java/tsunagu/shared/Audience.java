package tsunagu.shared;

/** Who a posting or internship is for. High-school graduates' postings go by ハローワーク and school, not by the portal. */
public enum Audience {
    /** 大学・大学院 */
    UNIVERSITY,
    /** 高専 */
    KOSEN,
    /** 短大・専門学校 */
    JUNIOR_COLLEGE,
    /** 既卒 */
    GRADUATED,
    /** UIJターン */
    UIJ_TURN,
    /** 一般 */
    GENERAL
}
