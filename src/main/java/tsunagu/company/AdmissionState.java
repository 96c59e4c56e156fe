package tsunagu.company;

public enum AdmissionState {
    /** 審査待ち */
    SUBMITTED,
    /** 差戻し */
    SENT_BACK,
    /** 登録済み */
    ADMITTED,
    /** 不承認 */
    REFUSED
}
