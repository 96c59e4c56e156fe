package tsunagu.company;

/** Certificates a company may hold (domain: 若者雇用促進法, 次世代法, 女性活躍推進法, 障害者雇用促進法, 岩手県). */
public enum Certification {
    /** ユースエール */
    YOUTH_YELL,
    /** くるみん */
    KURUMIN,
    /** えるぼし */
    ERUBOSHI,
    /** もにす */
    MONISU,
    /** 健康経営優良法人 */
    HEALTH,
    /** いわて女性活躍認定企業等 */
    IWATE_WOMEN,
    /** いわて働き方改革 */
    IWATE_WORKSTYLE
}
