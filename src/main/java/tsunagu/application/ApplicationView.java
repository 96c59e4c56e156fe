package tsunagu.application;

import java.time.Instant;
import java.util.List;
import tsunagu.posting.ApplyTarget;

/**
 * An application as its company and its person see it.
 *
 * @param edition of the posting's terms that was applied to
 * @param changedSince the posting has another edition by now
 * @param placement null as long as nobody spoke of a hire
 */
public record ApplicationView(
        String code,
        ApplyTarget posting,
        int edition,
        boolean changedSince,
        ApplicationState state,
        String name,
        String email,
        String phone,
        String career,
        String message,
        List<Answer> answers,
        Instant appliedAt,
        List<Step> steps,
        List<Message> messages,
        List<File> files,
        PlacementView placement,
        int version) {

    public record Answer(String question, String answer) {}

    public record Step(ApplicationState state, boolean byCompany, Instant at) {}

    public record Message(boolean byCompany, String words, Instant sentAt, Instant readAt) {}

    public record File(String code, String name, String mediaType, int size) {}

    /** One line of a list. */
    public record Line(
            String code,
            String posting,
            String company,
            String name,
            ApplicationState state,
            Instant appliedAt,
            Instant movedAt,
            boolean unread,
            boolean postingOpen) {}
}
