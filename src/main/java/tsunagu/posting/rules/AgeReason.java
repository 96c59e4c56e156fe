package tsunagu.posting.rules;

/** Why a posting may limit the age of applicants (労働施策総合推進法9条, 施行規則1条の3第1項): one of these, or no limit. */
public enum AgeReason {
    /** 1号: 定年の年齢を上限とする */
    RETIREMENT,
    /** 2号: 法令により年齢制限がある */
    LAW,
    /** 3号イ: 長期勤続によるキャリア形成 */
    CAREER,
    /** 3号ロ: 技能・ノウハウの継承 */
    SUCCESSION,
    /** 3号ハ: 芸術・芸能の表現の真実性 */
    ART,
    /** 3号ニ: 60歳以上の高年齢者 */
    SENIOR,
    /** 3号ニ: 国の雇用促進施策の対象となる年齢層 */
    POLICY
}
