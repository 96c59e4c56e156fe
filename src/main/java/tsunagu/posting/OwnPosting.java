package tsunagu.posting;

import java.time.Instant;
import java.time.LocalDate;
import tsunagu.review.SubmissionState;

/**
 * A published posting as its company sees it.
 *
 * @param takenDownWhy what the city said when it took it down, or ""
 * @param submission code of the change that is under way, or null
 * @param confirmBefore the instant at which it is hidden unless the company says that it is still correct
 */
public record OwnPosting(
        String code,
        String title,
        State state,
        LocalDate opensOn,
        LocalDate closesOn,
        EndReason endedBecause,
        String takenDownWhy,
        String submission,
        SubmissionState submissionState,
        boolean confirmSoon,
        Instant confirmBefore,
        int version) {

    /** It can be closed. */
    public boolean closable() {
        return state == State.OPEN || state == State.SCHEDULED;
    }

    /** It can still be changed: one that was ended stays ended. */
    public boolean revisable() {
        return endedBecause == null;
    }

    public enum State {
        /** 公開予約 */
        SCHEDULED,
        /** 募集中 */
        OPEN,
        /** 終了 */
        ENDED,
        /** 確認がないため非公開 */
        HIDDEN
    }
}
