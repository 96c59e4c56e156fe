package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.MembershipService;
import tsunagu.event.EventService;
import tsunagu.event.Exhibit;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.TextLength;
import tsunagu.shared.UseCase;

/** Companies ask for a booth at a fair that lets them; staff say yes or no. */
@ApplicationScoped
@Transactional
public class BoothRequestService implements StaffWork {

    private static final int LONGEST = 500;

    @Inject
    private BoothRepository booths;

    @Inject
    private EventService events;

    @Inject
    private BoothLetters letters;

    @Inject
    private MembershipService memberships;

    @Inject
    private Locks locks;

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private Clock clock;

    /**
     * A fair that companies may ask to be at, or one that this company has asked for.
     *
     * @param until last day on which it can be asked for
     * @param request of the own company; null when it has not asked
     * @param state of the request; "" without one
     * @param why as staff refused it
     * @param open it can be asked for now
     */
    public record OpenFair(
            String code,
            String title,
            LocalDate day,
            LocalDate until,
            Long request,
            int version,
            String state,
            String why,
            boolean open) {}

    /** A request as staff see it. */
    public record Asked(
            long request,
            int version,
            String company,
            String code,
            String words,
            Instant askedAt,
            String state,
            String why) {

        public boolean undecided() {
            return state.equals("ASKED");
        }
    }

    /** Of fairs to come, without those at which the company has a booth. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<OpenFair> fairs() {
        return booths.openFairs(company(), today(), clock.instant());
    }

    /** @throws DomainException when it is too late, or it asked before or has a booth */
    @UseCase(allow = Role.COMPANY)
    public void ask(String eventCode, String words) {
        if (TextLength.of(words) > LONGEST) {
            throw new DomainException("booth.error.words");
        }
        long company = company();
        long event = hold(eventCode);
        OpenFair fair = fairs().stream()
                .filter(each -> each.code().equals(eventCode))
                .findFirst()
                .orElseThrow(() -> new DomainException("booth.error.askLate"));
        if (fair.state().equals("ASKED")) {
            throw new DomainException("booth.error.asked");
        }
        if (!fair.open()) {
            throw new DomainException("booth.error.askLate");
        }
        booths.add(new BoothRequest(event, company, words, clock.instant()));
    }

    /** @throws tsunagu.shared.ConflictException when it was decided since */
    @UseCase(allow = Role.COMPANY)
    public void withdraw(long request, int seenVersion) {
        long company = company();
        booths.request(request)
                .filter(each -> each.companyId() == company)
                .orElseThrow(() -> new NotFoundException("booth request " + request))
                .seen(seenVersion)
                .withdraw(clock.instant());
    }

    /** Until when companies may ask; null: they cannot. */
    @UseCase(allow = Role.STAFF, changes = false)
    public LocalDate until(String eventCode) {
        return booths.until(eventCode);
    }

    /** @param until null: companies cannot ask (any more) @throws DomainException for a day after the fair */
    @UseCase(allow = Role.STAFF)
    public void let(String eventCode, LocalDate until) {
        LocalDate last = booths.lastDay(eventCode);
        if (until != null && last != null && until.isAfter(last)) {
            throw new DomainException("booth.error.untilLate");
        }
        events.letBooths(eventCode, until);
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return booths.undecided(clock.instant()).stream()
                .map(each -> new Waiting(
                        "booth.work",
                        each.title(),
                        (int) each.requests(),
                        each.since(),
                        null,
                        "/staff/events/" + each.code() + "/exhibitors"))
                .toList();
    }

    /** Undecided ones first, as they came. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Asked> requests(String eventCode) {
        return booths.requests(eventCode);
    }

    /**
     * Gives a booth; the company is told.
     *
     * @param booth "" when booths have no numbers
     * @param shared somebody said that companies share a booth on purpose
     * @throws tsunagu.shared.ConflictException when it was decided or withdrawn since
     */
    @UseCase(allow = Role.STAFF)
    public void give(String eventCode, long request, int seenVersion, String booth, boolean shared) {
        long event = hold(eventCode);
        BoothRequest asked = of(event, request).seen(seenVersion);
        Exhibit exhibit = exhibitors.free(event, asked.companyId(), booth, shared);
        asked.give(clock.instant());
        events.exhibit(eventCode, asked.companyId(), exhibit);
        letters.given(event, asked.companyId(), exhibit.booth());
    }

    /** @param why as the company reads it; "" for none */
    @UseCase(allow = Role.STAFF)
    public void refuse(String eventCode, long request, int seenVersion, String why) {
        long event = hold(eventCode);
        String said = why == null || why.isBlank() ? "" : GivenReason.of(why, LONGEST, "booth.error.words");
        BoothRequest asked = of(event, request).seen(seenVersion);
        asked.refuse(said, clock.instant());
        letters.refused(event, asked.companyId(), said);
    }

    private BoothRequest of(long event, long request) {
        return booths.request(request)
                .filter(each -> each.eventId() == event)
                .orElseThrow(() -> new NotFoundException("booth request " + request));
    }

    /** The list of exhibitors is changed by one after the other. */
    private long hold(String eventCode) {
        locks.hold(Lock.SHEET, ExhibitorService.sheet(eventCode));
        return booths.event(eventCode).orElseThrow(() -> new NotFoundException("event " + eventCode));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private long company() {
        return memberships.own().company().id();
    }
}
