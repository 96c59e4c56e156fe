package tsunagu.shared;

/** What a company or a posting may offer. Three answers each: offered, not offered, not stated. */
public enum Feature {
    /** テレワーク・在宅勤務 */
    REMOTE,
    /** 社員寮・社宅 */
    DORMITORY,
    /** 住宅手当 */
    HOUSING_ALLOWANCE,
    /** 女性が働きやすい職場として認定・取組あり */
    WOMEN_FRIENDLY,
    /** 就職氷河期世代を歓迎 */
    ICE_AGE,
    /** 外国人材を受け入れている */
    FOREIGN_WORKERS,
    /** 職場見学できる */
    VISIT
}
