package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagu.account.AccountService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.NextSteps;
import tsunagu.shared.OwnDates;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** つぎにすること: what waits for the person who acts, and their dates; both as a page and, the dates, as a private calendar. */
@ApplicationScoped
@Transactional
public class NextService {

    @Inject
    @Any
    private Instance<NextSteps> steps;

    @Inject
    @Any
    private Instance<OwnDates> dates;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** What waits for them, what has a deadline first. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<NextSteps.Step> steps() {
        return steps.stream()
                .flatMap(each -> each.steps().stream())
                .sorted(Comparator.comparing(NextSteps.Step::until, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Dates that are not over, the next one first. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<OwnDates.Entry> coming() {
        Instant now = clock.instant();
        return dates().stream()
                .filter(each -> each.holds() && each.ends().isAfter(now))
                .toList();
    }

    private List<OwnDates.Entry> dates() {
        return dates.stream()
                .flatMap(each -> each.dates().stream())
                .sorted(Comparator.comparing(OwnDates.Entry::begins))
                .toList();
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public boolean hasCalendar() {
        return profiles.hasKey(currentActor.get().personId());
    }

    /** A new private address for the calendar; the one before stops working. @return its secret, which is shown once */
    @UseCase(allow = Role.SEEKER)
    public String newCalendar() {
        String secret = Secrets.token();
        profiles.key(currentActor.get().personId(), Secrets.digest(secret), clock.instant());
        return secret;
    }

    @UseCase(allow = Role.SEEKER)
    public void withoutCalendar() {
        profiles.withoutKey(currentActor.get().personId());
    }

    /** All dates behind a private address, those given back included so that calendars remove them; empty for no address. */
    @UseCase(anyone = true, changes = false)
    public Optional<List<OwnDates.Entry>> calendar(String secret) {
        return profiles.accountOfKey(Secrets.digest(secret))
                .flatMap(account -> currentActor.as(Actor.system("calendar"), () -> accounts.actor(account)))
                .filter(actor -> actor.roles().contains(Role.SEEKER))
                .map(actor -> currentActor.as(actor, this::dates));
    }
}
