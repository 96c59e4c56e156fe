package tsunagu.review;

import java.util.Set;

/** How far something is that a company wants to publish. */
public enum SubmissionState {
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

    /** Neither decided nor given up. */
    public static final Set<SubmissionState> LIVE = Set.of(DRAFT, SUBMITTED, SENT_BACK);

    /** The company is writing. */
    public boolean editable() {
        return this == DRAFT || this == SENT_BACK;
    }
}
