package tsunagu.posting;

/** Why a posting was closed before its last day. */
public enum EndReason {
    /** 採用が決まった */
    FILLED,
    /** 会社が取りやめた */
    CLOSED,
    /** 市が止めた */
    CITY,
    /** 会社が登録簿から抜けた */
    LEFT
}
