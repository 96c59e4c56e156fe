package tsunagu.review;

import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;

/** 公開の停止: the city ends what a company has published, with a reason that the company is told. */
public final class TakeDown {

    /** Of the reason, in characters. */
    public static final int LONGEST = 500;

    private TakeDown() {}

    /**
     * @param why as typed, or null
     * @return the reason as it is kept and told
     * @throws DomainException when there is none, or it is too long
     */
    public static String reason(String why) {
        return GivenReason.of(why, LONGEST, "review.error.takeDownWhy");
    }
}
