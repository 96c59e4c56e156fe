package tsunagu.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tsunagu.posting.ApplyTarget;
import tsunagu.shared.Letter;

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
     * ago, and the person has not answered it. A hire is put right by its day; that there is one, only as long as nobody was told.
     *
     * @return null when it cannot
     */
    public ApplicationState before(Instant now) {
        if (steps.size() < 2) {
            return null;
        }
        Step last = steps.get(steps.size() - 1);
        ApplicationState before = steps.get(steps.size() - 2).state();
        if (placement != null && !(hiredOnce() && !placement.confirmed() && untold(now))) {
            return null;
        }
        boolean forward = last.byCompany() && last.state().compareTo(before) > 0;
        boolean answered = messages.stream()
                .anyMatch(each -> !each.byCompany() && each.sentAt().isAfter(last.at()));
        return forward && !answered && !before.over() && now.isBefore(last.at().plus(PUT_RIGHT)) ? before : null;
    }

    private boolean hiredOnce() {
        return steps.get(steps.size() - 1).state() == ApplicationState.HIRED
                && steps.stream()
                                .filter(each -> each.state() == ApplicationState.HIRED)
                                .count()
                        == 1;
    }

    /** The letter about the last step rests: until {@link #toldAt}. */
    public boolean untold(Instant now) {
        return toldAt() != null && now.isBefore(toldAt());
    }

    /** When the letter about the company's last step leaves, or left; null when that was not the company's. */
    public Instant toldAt() {
        Step last = steps.get(steps.size() - 1);
        return steps.size() > 1
                        && last.byCompany()
                        && last.state().compareTo(steps.get(steps.size() - 2).state()) > 0
                ? last.at().plus(Letter.REST)
                : null;
    }

    /** The person took it back. */
    public boolean takenBack() {
        return state == ApplicationState.WITHDRAWN;
    }

    /** When it was over; null as long as it is not. */
    public Instant overSince() {
        return state.over() ? steps.get(steps.size() - 1).at() : null;
    }

    ApplicationView withoutWhatWasSent() {
        return new ApplicationView(
                code,
                posting,
                edition,
                changedSince,
                state,
                name,
                "",
                "",
                "",
                "",
                List.of(),
                appliedAt,
                steps,
                messages,
                List.of(),
                placement,
                version);
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
