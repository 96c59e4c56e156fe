package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.company.CompanyMerged;
import tsunagu.company.MembershipService;
import tsunagu.event.AttendanceRole;
import tsunagu.meeting.MeetingRepository.Guest;
import tsunagu.meeting.MeetingRepository.Host;
import tsunagu.meeting.MeetingRepository.Said;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** People say whom they want to meet, companies say whom they meet; both see their timetable afterwards. */
@ApplicationScoped
@Transactional
public class MeetingService {

    /** Purpose of the consent: the companies somebody names see their name. */
    static final String PURPOSE = "meetings";

    private static final int MOST_WISHES = 20;

    private static final String APPLICANTS =
            """
            select w.person_id from meeting_wish w join meeting_round r on r.id = w.round_id join event e on e.id = r.event_id
            join meeting_seeker s on s.round_id = w.round_id and s.person_id = w.person_id and s.left_at is null
            where w.company_id = :company::bigint and e.code = :record""";

    @Inject
    private Viewings viewings;

    @Inject
    private MeetingRepository meetings;

    @Inject
    private MeetingRoundService rounds;

    @Inject
    private MembershipService memberships;

    @Inject
    private ProfileService profiles;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** A company to choose. */
    public record Choice(long id, String code, String name) {}

    /** What a person said. @param away slots from 0 */
    public record Wishes(List<Long> companies, Set<Integer> away) {}

    /** A person as a company they named sees them. @param place given by the company, null for none */
    public record Applicant(int number, String name, String role, Integer place) {}

    /** What a company said. @param roles it meets; empty for all @param most null for as many as its panels hold */
    public record Terms(int panels, Integer most, Set<Integer> closed, Set<String> roles) implements Serializable {}

    @UseCase(anyone = true, changes = false)
    public Optional<Round> find(String eventCode) {
        return meetings.asked(eventCode);
    }

    /** @throws NotFoundException when the event has none */
    @UseCase(anyone = true, changes = false)
    public Round round(String eventCode) {
        return find(eventCode).orElseThrow(() -> new NotFoundException("meetings of " + eventCode));
    }

    @UseCase(anyone = true, changes = false, once = true)
    public List<Choice> companies(String eventCode) {
        return meetings.companies(eventCode).stream()
                .map(each -> new Choice(each.id(), each.code(), each.name()))
                .toList();
    }

    /** What the person said so far; nothing named and never away at first. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Wishes wishes(String eventCode) {
        return meetings.guest(round(eventCode).id(), person())
                .map(each -> new Wishes(each.wishes(), each.away()))
                .orElse(new Wishes(List.of(), Set.of()));
    }

    /**
     * The person names companies, the most wanted first; they will see their name. Said again, it replaces what was said.
     *
     * @param atHighSchool 高校に在学中か, or under 18; null when it was not answered
     * @param agreed that these companies see name and role
     * @throws DomainException without a seat, too late, for the same company twice, under 18, or without answering or agreeing
     */
    @UseCase(allow = Role.SEEKER)
    public void wish(String eventCode, List<Long> companies, Set<Integer> away, Boolean atHighSchool, boolean agreed) {
        Round round = held(round(eventCode));
        if (!round.open(clock.instant())) {
            throw new DomainException("meeting.error.closed");
        }
        if (!meetings.registered(round.id(), person())) {
            throw new DomainException("meeting.error.noSeat");
        }
        if (!profiles.standing(person()).allows(ScoutStanding.Act.MEET, atHighSchool)) {
            throw new DomainException(atHighSchool == null ? "meeting.error.highSchoolAnswer" : "meeting.error.minor");
        }
        if (!agreed) {
            throw new DomainException("meeting.error.agreed");
        }
        Set<Long> there = meetings.hosts(eventCode).stream().map(Host::id).collect(Collectors.toSet());
        if (companies.isEmpty()
                || companies.size() > MOST_WISHES
                || new LinkedHashSet<>(companies).size() < companies.size()
                || !there.containsAll(companies)) {
            throw new DomainException("meeting.error.wishes");
        }
        if (away.size() >= round.slots() || away.stream().anyMatch(each -> each < 0 || each >= round.slots())) {
            throw new DomainException("meeting.error.away");
        }
        accounts.agree(PURPOSE, ProfileService.VERSION);
        meetings.wish(round.id(), person(), companies, away);
    }

    /** The own timetable; empty before it is published. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Meeting> mine(String eventCode) {
        Round round = round(eventCode);
        Optional<Guest> guest = meetings.guest(round.id(), person());
        if (!round.published() || guest.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = meetings.hosts(eventCode).stream().collect(Collectors.toMap(Host::id, Host::name));
        return meetings.placed(round.id()).stream()
                .filter(each -> each.pair().seeker() == guest.get().number())
                .map(each -> meeting(round, each, names.getOrDefault(each.pair().table(), "")))
                .toList();
    }

    /** Why what they wished for did not come true; of the latest run. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Unfulfilled> unfulfilled(String eventCode) {
        Round round = round(eventCode);
        Optional<Guest> guest = meetings.guest(round.id(), person());
        return !round.published() || guest.isEmpty()
                ? List.of()
                : rounds.unfulfilled(round, guest.get().number());
    }

    /** They cannot come: their places go to others; before the run their wishes are taken back. */
    @UseCase(allow = Role.SEEKER)
    public void dropOut(String eventCode) {
        Round round = held(round(eventCode));
        meetings.leave(round.id(), person(), clock.instant());
        rounds.changed(round);
    }

    @UseCase(allow = Role.COMPANY, changes = false, once = true)
    public List<Round> ofOwnCompany() {
        return meetings.ofCompany(company());
    }

    /** People who named the own company, those it ordered first. Their places among their own wishes are not told. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Applicant> applicants(String eventCode) {
        Round round = own(eventCode);
        viewings.opened(Viewing.What.MEETING_APPLICANTS, eventCode, APPLICANTS);
        List<Integer> favours = saidOf(round).favours();
        return meetings.guests(round.id(), false).stream()
                .filter(each -> each.wishes().contains(company()))
                .map(each -> new Applicant(
                        each.number(),
                        each.name(),
                        each.role(),
                        favours.contains(each.number()) ? favours.indexOf(each.number()) + 1 : null))
                .sorted(java.util.Comparator.comparing(
                                Applicant::place, java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()))
                        .thenComparing(Applicant::number))
                .toList();
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public Terms terms(String eventCode) {
        return saidOf(own(eventCode)).terms();
    }

    /** Applicants the own company has named, the most wanted first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Integer> order(String eventCode) {
        return saidOf(own(eventCode)).favours();
    }

    /**
     * @param seenTerms and seenOrder what the company had said when the form was opened
     * @param order numbers of applicants, the most wanted first; those left out come after them, by lot
     * @throws DomainException too late, or with conditions nobody can keep
     * @throws tsunagu.shared.ConflictException when a colleague has said otherwise since
     */
    @UseCase(allow = Role.COMPANY)
    public void say(String eventCode, Terms seenTerms, List<Integer> seenOrder, Terms terms, List<Integer> order) {
        Round round = held(own(eventCode));
        Said now = saidOf(round);
        Seen.unchanged(List.of(seenTerms, seenOrder), List.of(now.terms(), now.favours()), List.of(terms, order));
        if (round.ran()) {
            throw new DomainException("meeting.error.closed");
        }
        Set<Integer> applicants =
                applicants(eventCode).stream().map(Applicant::number).collect(Collectors.toSet());
        if (new LinkedHashSet<>(order).size() < order.size() || !applicants.containsAll(order)) {
            throw new DomainException("meeting.error.order");
        }
        if (terms.panels() < 1
                || terms.panels() > 20
                || terms.most() != null && (terms.most() < 0 || terms.most() > terms.panels() * round.slots())) {
            throw new DomainException("meeting.error.panels");
        }
        if (terms.closed().size() >= round.slots()
                || terms.closed().stream().anyMatch(each -> each < 0 || each >= round.slots())) {
            throw new DomainException("meeting.error.away");
        }
        terms.roles().forEach(AttendanceRole::valueOf);
        meetings.say(
                round.id(),
                new Said(company(), "", terms.panels(), terms.most(), terms.closed(), terms.roles(), order));
    }

    /** The own company's timetable; empty before it is published. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Meeting> ofOwnCompany(String eventCode) {
        Round round = own(eventCode);
        if (!round.published()) {
            return List.of();
        }
        Map<Integer, String> names = new HashMap<>();
        meetings.guests(round.id(), false).forEach(each -> names.put(each.number(), each.name()));
        return meetings.placed(round.id()).stream()
                .filter(each -> each.pair().table() == company())
                .map(each -> meeting(
                        round, each, names.getOrDefault((int) each.pair().seeker(), "")))
                .toList();
    }

    void followMerge(@Observes CompanyMerged merge) {
        meetings.move(merge.merged().id(), merge.into().id());
    }

    static Meeting meeting(Round round, SlotPlan.Placed each, String with) {
        Instant begin = round.begin(each.slot());
        return new Meeting(
                begin,
                round.end(each.slot()),
                with,
                each.panel() + 1,
                (int) each.pair().seeker(),
                each.pair().table());
    }

    private Said saidOf(Round round) {
        return meetings.said(round.id()).stream()
                .filter(each -> each.company() == company())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("table"));
    }

    /** The round as it is when everybody who changes it at this moment has done so. */
    private Round held(Round seen) {
        meetings.hold(seen.id());
        return round(seen.eventCode());
    }

    private Round own(String eventCode) {
        if (!meetings.exhibits(eventCode, company())) {
            throw new NotFoundException("meetings of " + eventCode);
        }
        return round(eventCode);
    }

    private long company() {
        return memberships.own().company().id();
    }

    private long person() {
        return currentActor.get().personId();
    }
}
