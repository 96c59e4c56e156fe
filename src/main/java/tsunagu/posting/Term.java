package tsunagu.posting;

/**
 * 労働条件明示の項目, in the order in which every posting shows them (職業安定法5条の3, 施行規則4条の2; the items on changes and
 * renewal since April 2024).
 */
public enum Term {
    /** 業務内容 (雇入れ直後) */
    DUTIES,
    /** 業務内容の変更の範囲 */
    DUTIES_CHANGE,
    /** 契約期間 */
    PERIOD,
    /** 契約の更新: 有無, 基準, 上限 */
    RENEWAL,
    /** 試用期間 */
    TRIAL,
    /** 就業場所 (雇入れ直後) */
    PLACE,
    /** 就業場所の変更の範囲 */
    PLACE_CHANGE,
    /** 始業・終業 */
    HOURS,
    /** 休憩 */
    BREAK,
    /** 時間外労働 */
    OVERTIME,
    /** 休日・休暇 */
    HOLIDAYS,
    /** 賃金 */
    WAGE,
    /** 固定残業代 */
    FIXED_OVERTIME,
    /** 手当 */
    ALLOWANCES,
    /** 昇給・賞与 */
    RAISE_BONUS,
    /** 加入保険 */
    INSURANCE,
    /** 定年・再雇用 */
    RETIREMENT,
    /** 受動喫煙防止措置 */
    SMOKING,
    /** 募集者の氏名・名称 */
    EMPLOYER,
    /** 派遣か */
    DISPATCH,
    /** 年齢 */
    AGE,
    /** 必要な資格・経験 */
    QUALIFICATIONS,
    /** 選考方法 */
    SELECTION,
    /** 連絡先 */
    CONTACT
}
