package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;
import tsunagu.shared.WorkingDays;

/** On the morning of a working day staff are told what waits for them; nobody is written to when nothing does. */
@ApplicationScoped
@Transactional
class StaffDigest implements DailyTask {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d", Locale.JAPANESE);

    @Inject
    @Any
    private Instance<StaffWork> rooms;

    @Inject
    private AccountService accounts;

    @Inject
    private Event<Letter> letters;

    @Override
    public String task() {
        return "digest";
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        if (!WorkingDays.is(today)) {
            return;
        }
        List<StaffWork.Waiting> waiting =
                rooms.stream().flatMap(each -> each.staffWork().stream()).toList();
        if (waiting.isEmpty()) {
            return;
        }
        int count = waiting.stream().mapToInt(StaffWork.Waiting::count).sum();
        String lines = waiting.stream().map(StaffDigest::line).collect(Collectors.joining("\n"));
        accounts.toldInTheMorning()
                .forEach((account, name) -> letters.fire(Letter.toAccount(
                                account,
                                "digest " + account + " " + today,
                                "notification.letter.digest",
                                "/staff",
                                name,
                                lines,
                                count)
                        .inDaytime()));
    }

    private static String line(StaffWork.Waiting waiting) {
        return new MessageFormat(Words.japanese("notification.letter.digest.line"), Locale.JAPANESE)
                .format(new Object[] {
                    Words.japanese(waiting.text()),
                    waiting.count(),
                    DAY.format(waiting.since().atZone(FiscalYear.ZONE))
                });
    }
}
