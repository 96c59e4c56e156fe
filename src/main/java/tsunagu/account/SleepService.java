package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.UseCase;
import tsunagu.web.Dates;

/**
 * Accounts that nobody uses are put to sleep: a way in that its owner has forgotten is one that somebody else may find. The owner is told thirty
 * days before, and wakes it by choosing a new password behind a letter's link. Administrators' accounts stay awake: one of them is sealed in an
 * envelope, to be used when nothing else works.
 */
@ApplicationScoped
@Transactional
public class SleepService implements DailyTask {

    /** Between the letter and the sleep. */
    static final int DAYS = 30;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SleepRepository unused;

    @Inject
    private Locks locks;

    @Inject
    private Event<Letter> letters;

    @Inject
    private ChangeReason reason;

    private final Period people = months("TSUNAGU_SLEEP_MONTHS", 24);
    private final Period city = months("TSUNAGU_SLEEP_CITY_MONTHS", 12);

    /** Of an operator who wants another number; 0 is never. */
    private static Period months(String variable, int otherwise) {
        String said = System.getenv(variable);
        return Period.ofMonths(said == null || !said.matches("[0-9]{1,3}") ? otherwise : Integer.parseInt(said));
    }

    @Override
    @UseCase(changes = false)
    public String task() {
        return "account-sleep";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        for (SleepRepository.Unused each : unused.since(latest(people, today), latest(city, today))) {
            LocalDate due = each.usedOn().plus(each.city() ? city : people);
            if (each.warnedOn() == null) {
                LocalDate day = due.isBefore(today.plusDays(DAYS)) ? today.plusDays(DAYS) : due;
                unused.warned(each.id(), each.usedOn(), today);
                tell(accounts.get(each.id()), "account.letter.sleepSoon", "/sign-in", today, day);
            } else if (!today.isBefore(each.warnedOn().plusDays(DAYS)) && !today.isBefore(due)) {
                putToSleep(each, today);
            }
        }
    }

    private void putToSleep(SleepRepository.Unused each, LocalDate today) {
        locks.hold(Lock.ACCOUNT, each.id());
        Account account = locks.fresh(accounts.get(each.id()));
        // Somebody may have signed in at this moment.
        if (!account.active() || unused.usedAfter(each.id(), each.usedOn())) {
            return;
        }
        tell(account, "account.letter.asleep", "/password", today, today);
        reason.because("not used since " + each.usedOn());
        account.sleep();
    }

    private void tell(Account account, String text, String path, LocalDate today, LocalDate day) {
        Locale language = account.language();
        letters.fire(Letter.toAddress(
                        account.email(),
                        text + " " + account.id() + " " + today,
                        text,
                        path,
                        account.person().name(),
                        Dates.day(day, language))
                .in(language));
    }

    /** Whoever was there after that day is not written to yet; null: never. */
    private static LocalDate latest(Period months, LocalDate today) {
        return months.isZero() ? null : today.plusDays(DAYS).minus(months);
    }
}
