package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.UseCase;

/** 職業安定法5条の4: postings are kept correct. Companies are asked before a posting is hidden for want of an answer. */
@ApplicationScoped
@Transactional
public class StillCorrectService implements DailyTask {

    static final Duration AHEAD = Duration.ofDays(10);

    @Inject
    private PostingRepository postings;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Override
    @UseCase(changes = false)
    public String task() {
        return "still-correct";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        for (Posting each : postings.confirmedBefore(clock.instant().plus(AHEAD).minus(Posting.CONFIRMED_FOR), today)) {
            if (each.window().isOpenAt(clock.instant())) {
                LocalDate hidden = LocalDate.ofInstant(each.confirmBefore(), FiscalYear.ZONE);
                letters.fire(Letter.toCompany(
                                each.companyId(),
                                "still-correct " + each.code() + " " + hidden,
                                "posting.letter.stillCorrect",
                                "/company",
                                each.title(),
                                hidden.getMonthValue(),
                                hidden.getDayOfMonth())
                        .inDaytimeBefore(each.confirmBefore()));
            }
        }
    }
}
