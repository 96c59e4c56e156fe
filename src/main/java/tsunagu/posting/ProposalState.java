package tsunagu.posting;

public enum ProposalState {
    /** 下書き */
    DRAFT,
    /** 審査待ち */
    SUBMITTED,
    /** 差戻し */
    SENT_BACK,
    /** 公開済み */
    PUBLISHED,
    /** 掲載不可 */
    REFUSED,
    /** 取りやめ */
    DISCARDED;

    /** The company is writing. */
    public boolean editable() {
        return this == DRAFT || this == SENT_BACK;
    }
}
