package tsunagu.application;

import java.time.Duration;
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

    /** How long a step can be put right. */
    private static final Duration PUT_RIGHT = Duration.ofDays(7);

    /**
     * What the application was before the company's last step, while that step can be put right: the company took it, at most seven days
     * ago, and the person has not answered it. A hire is put right by its day.
     *
     * @return null when it cannot
     */
    public ApplicationState before(Instant now) {
        if (steps.size() < 2 || placement != null) {
            return null;
        }
        Step last = steps.get(steps.size() - 1);
        ApplicationState before = steps.get(steps.size() - 2).state();
        boolean forward = last.byCompany() && last.state().compareTo(before) > 0 && last.state() != ApplicationState.HIRED;
        boolean answered = messages.stream().anyMatch(each -> !each.byCompany() && each.sentAt().isAfter(last.at()));
        return forward && !answered && !before.over() && now.isBefore(last.at().plus(PUT_RIGHT)) ? before : null;
    }

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
