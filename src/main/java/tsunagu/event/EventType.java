package tsunagu.event;

/** Kinds of events, as the industrial plan's programmes tell them apart. */
public enum EventType {
    /** 就職ガイダンス */
    GUIDANCE,
    /** 合同企業説明会 */
    JOINT_BRIEFING,
    /** 企業見学会 */
    COMPANY_TOUR,
    /** セミナー・研修 */
    SEMINAR,
    /** お仕事体験・社会体験学習 */
    WORK_EXPERIENCE,
    /** 出前授業 */
    SCHOOL_VISIT,
    /** 市外のフェアに出す市のブース */
    OUTSIDE_FAIR,
    /** 企業情報交換会 */
    COMPANY_EXCHANGE,
    /** 検定など */
    OTHER
}
