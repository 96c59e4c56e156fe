package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Letter;
import tsunagu.shared.UseCase;

/** Companies are reminded of people who wait for them. */
@ApplicationScoped
@Transactional
public class RemindService implements DailyTask {

    /** An answer within a week is what applicants are told to expect; the reminder comes before. */
    static final Duration UNANSWERED = Duration.ofDays(5);

    static final Duration BETWEEN = Duration.ofDays(7);

    /** After a posting has closed, everybody who applied should know where they stand. */
    static final Duration UNDECIDED = Duration.ofDays(14);

    @Inject
    private ApplicationRepository applications;

    @Inject
    private PostingService postings;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Override
    @UseCase(changes = false)
    public String task() {
        return "applications";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        for (JobApplication each : applications.unanswered(clock.instant().minus(UNANSWERED))) {
            Duration waits = Duration.between(each.appliedAt(), clock.instant());
            long time = waits.minus(UNANSWERED).dividedBy(BETWEEN);
            remind(each, "application.letter.unanswered", time, waits.toDays());
        }
        for (JobApplication each : applications.undecided(clock.instant().minus(UNDECIDED))) {
            if (!postings.appliedTo(each.postingId()).open()) {
                remind(each, "application.letter.undecided", 0, 0);
            }
        }
    }

    private void remind(JobApplication application, String text, long time, long days) {
        ApplyTarget posting = postings.appliedTo(application.postingId());
        letters.fire(Letter.toCompany(
                        application.companyId(),
                        text + " " + application.code() + " " + time,
                        text,
                        "/company/applications/" + application.code(),
                        posting.title(),
                        days)
                .inDaytime());
    }
}
