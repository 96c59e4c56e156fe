package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.company.CompanyMerged;
import tsunagu.company.MembershipService;
import tsunagu.registration.TicketHolder;
import tsunagu.registration.TicketHolderService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** Visits at booths, from both sides: the company sees only who wants to be seen. */
@ApplicationScoped
@Transactional
public class BoothService {

    /** Those whose name and address the own company is shown. */
    private static final String VISITORS =
            """
            select v.person_id from booth_visit v join event e on e.id = v.event_id
            where v.company_id = :company::bigint and e.code = :record and v.consented_at is not null""";

    @Inject
    private Viewings viewings;

    @Inject
    private BoothRepository booths;

    @Inject
    private TicketHolderService holders;

    @Inject
    private MembershipService memberships;

    @Inject
    private Clock clock;

    /** @param visitedAt null before the visit is recorded @param consented the company may know who it was */
    public record Stop(long company, String code, String name, String booth, Instant visitedAt, boolean consented) {}

    /** An event at which the own company has a booth. */
    public record Fair(String code, String title, LocalDate day, String booth, long visits) {}

    /** @param name "" for a visitor who does not want to be known; so are {@code email} and {@code role} */
    public record Visitor(long person, Instant visitedAt, String name, String email, String role) {}

    /** @param visits all of them @param known those who want to be known @param open visits can be recorded */
    public record Desk(Fair fair, List<Visitor> visits, long known, boolean open) {}

    /** A booth as its code leads to it. */
    public record Booth(long company, String code, String name, String booth, String event) {}

    /** @throws NotFoundException when the company has no booth at this event, or the event is not public */
    @UseCase(anyone = true, changes = false)
    public Booth booth(String eventCode, String companyCode) {
        return booths.booth(eventCode, companyCode).orElseThrow(() -> new NotFoundException("booth of " + companyCode));
    }

    /** The own ticket of an event; "" without one. */
    @UseCase(anyone = true, changes = false)
    public String ownTicket(String eventCode) {
        return holders.ownTicket(eventCode).orElse("");
    }

    /** All booths of the ticket's event, with the holder's visits. */
    @UseCase(anyone = true, changes = false)
    public List<Stop> stops(String ticket) {
        TicketHolder holder = holders.ofTicket(ticket);
        // A ticket shows what was recorded with it, and nothing else of its person.
        Map<Long, BoothVisit> visits = booths.ofPerson(holder.eventId(), holder.personId()).stream()
                .filter(visit -> visit.registrationId() == holder.registrationId())
                .collect(Collectors.toMap(BoothVisit::companyId, Function.identity()));
        return booths.exhibitors(holder.eventId()).stream()
                .map(each -> {
                    BoothVisit visit = visits.get(each.company());
                    return new Stop(
                            each.company(),
                            each.code(),
                            each.name(),
                            each.booth(),
                            visit == null ? null : visit.visitedAt(),
                            visit != null && visit.consented());
                })
                .toList();
    }

    /**
     * The visitor says that they were there, and whether the company may know it was they; or takes that back.
     *
     * @param seen whether the company could know it when the visitor decided
     * @throws DomainException before the day, after the event was closed, and when the visit was recorded with another ticket of the same person
     * @throws ConflictException when that is otherwise by now: an old page takes no consent back, and gives none
     */
    @UseCase(anyone = true)
    public void visited(String ticket, long companyId, boolean seen, boolean consent) {
        TicketHolder holder = holders.ofTicket(ticket);
        requireBooth(holder.eventId(), companyId);
        BoothVisit visit = booths.visit(holder.eventId(), companyId, holder.personId())
                .orElseGet(() -> record(holder, companyId, false));
        if (visit.registrationId() != holder.registrationId()) {
            // Recorded with another ticket of the person: whoever holds this one decides nothing about it.
            throw new DomainException("booth.error.otherTicket");
        }
        if (visit.consented() != seen) {
            throw new ConflictException();
        }
        visit.consent(consent, clock.instant());
    }

    /** Visits can be recorded: from the first day on, until the event is closed. */
    @UseCase(anyone = true, changes = false)
    public boolean open(String ticket) {
        return holders.admits(holders.ofTicket(ticket).eventId());
    }

    /** The own company's fairs, the latest first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Fair> fairs() {
        return booths.events(company());
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public Desk desk(String eventCode) {
        Fair fair = own(eventCode);
        viewings.opened(Viewing.What.BOOTH_VISITORS, eventCode, VISITORS);
        List<Visitor> visits = booths.ofCompany(holders.event(eventCode), company()).stream()
                .map(visit -> {
                    if (!visit.consented()) {
                        return new Visitor(visit.personId(), visit.visitedAt(), "", "", "");
                    }
                    BoothRepository.Known known = booths.visitor(visit.registrationId());
                    return new Visitor(visit.personId(), visit.visitedAt(), known.name(), known.email(), known.role());
                })
                .toList();
        return new Desk(
                fair,
                visits,
                visits.stream().filter(each -> !each.name().isEmpty()).count(),
                holders.admits(holders.event(eventCode)));
    }

    /**
     * The company reads a visitor's ticket: the visit counts; who it was it learns when the visitor says so.
     *
     * @throws DomainException when it is no ticket of this event, or the event is not open
     */
    @UseCase(allow = Role.COMPANY)
    public void read(String eventCode, String typed) {
        own(eventCode);
        TicketHolder holder =
                holders.typed(eventCode, typed).orElseThrow(() -> new DomainException("booth.error.unknown"));
        if (booths.visit(holder.eventId(), company(), holder.personId()).isPresent()) {
            throw new DomainException("booth.error.twice");
        }
        record(holder, company(), true);
    }

    void followMerge(@Observes CompanyMerged merge) {
        booths.move(merge.merged().id(), merge.into().id());
    }

    private BoothVisit record(TicketHolder holder, long companyId, boolean byCompany) {
        if (!holders.admits(holder.eventId())) {
            throw new DomainException("booth.error.notOpen");
        }
        BoothVisit visit = new BoothVisit(holder, companyId, byCompany, clock.instant());
        booths.add(visit);
        return visit;
    }

    private void requireBooth(long eventId, long companyId) {
        if (booths.exhibitors(eventId).stream().noneMatch(each -> each.company() == companyId)) {
            throw new NotFoundException("booth of " + companyId);
        }
    }

    private Fair own(String eventCode) {
        return fairs().stream()
                .filter(each -> each.code().equals(eventCode))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("booth at " + eventCode));
    }

    private long company() {
        return memberships.own().company().id();
    }
}
