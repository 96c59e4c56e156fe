package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.account.AccountService;
import tsunagu.company.CompanyMerged;
import tsunagu.company.MembershipService;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Letter;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** Being found and being invited, from both sides; what companies ask is the room's {@link ScoutSearchService}. */
@ApplicationScoped
@Transactional
public class ScoutService {

    /** Invitations a company may send in thirty days. */
    static final int MOST = 10;

    static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration LAPSES = Duration.ofDays(14);
    private static final String PURPOSE = "scout";
    private static final int CODE_LENGTH = 10;
    private static final int LONGEST = 1000;

    @Inject
    private Viewings viewings;

    @Inject
    private ScoutRepository scouts;

    @Inject
    private SearchRepository searches;

    @Inject
    private ProfileService profiles;

    @Inject
    private AccountService accounts;

    @Inject
    private MembershipService memberships;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @UseCase(allow = Role.SEEKER, changes = false)
    public boolean on() {
        return scouts.on(person());
    }

    /** @throws DomainException when the person has not said that they are an adult, or wishes for nothing */
    @UseCase(allow = Role.SEEKER)
    public void turnOn() {
        if (!profiles.standing(person()).allows(ScoutStanding.Act.BE_FOUND, null)) {
            throw new DomainException("scout.error.adult");
        }
        if (profiles.profile().wishes().isEmpty()) {
            throw new DomainException("scout.error.wishes");
        }
        accounts.agree(PURPOSE, ProfileService.VERSION);
        scouts.turnOn(person(), clock.instant());
        searches.follow(today());
    }

    /** The demonstration's people have said what they say for a while; the system alone can claim that. */
    @UseCase
    public void saidSince(List<Long> people, LocalDate day) {
        searches.date(people, day);
    }

    /** Nobody finds them from now on; invitations that are open stay theirs to answer. */
    @UseCase(allow = Role.SEEKER)
    public void turnOff() {
        scouts.turnOff(person());
        searches.follow(today());
        accounts.withdrawConsent(PURPOSE);
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<ScoutInvitation> received() {
        return scouts.ofPerson(person());
    }

    /**
     * @param accept the company then sees name and mail address; otherwise it only learns that they declined
     * @throws DomainException when it has lapsed or was answered
     */
    @UseCase(allow = Role.SEEKER)
    public void answer(String code, boolean accept) {
        if (accept && !profiles.standing(person()).allows(ScoutStanding.Act.BE_FOUND, null)) {
            throw new DomainException("scout.error.adult");
        }
        long company = scouts.answer(code, person(), accept ? "ACCEPTED" : "DECLINED", clock.instant())
                .orElseThrow(() -> new DomainException("scout.error.over"));
        letters.fire(Letter.toCompany(
                company,
                "scout " + code,
                accept ? "scout.letter.accepted" : "scout.letter.declined",
                "/company/scout"));
    }

    /** Open postings an invitation can be about. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<OwnPosting> postings() {
        return postings.own().stream()
                .filter(each -> each.state() == OwnPosting.State.OPEN)
                .toList();
    }

    /** How many more the company may send now. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public long left() {
        return Math.max(0, MOST - scouts.sentSince(company(), clock.instant().minus(WINDOW)));
    }

    /**
     * Reaches the person who was shown under these letters, if they still fit, have not turned scouting off and were never asked by this
     * company. If not, it is kept and counted all the same and lapses: a refusal would tell that two aliases are one person.
     *
     * @param alias as shown in a search whose answer still stands
     * @throws DomainException over the limit, without words or posting, from an answer that is too old, or twice under one alias
     */
    @UseCase(allow = Role.COMPANY)
    public void invite(String alias, String posting, String words) {
        searches.hold(company());
        if (left() == 0) {
            throw new DomainException("scout.error.limit", MOST);
        }
        String said = GivenReason.of(words, LONGEST, "scout.error.words");
        OwnPosting about = postings().stream()
                .filter(each -> each.code().equals(posting))
                .findFirst()
                .orElseThrow(() -> new DomainException("scout.error.posting"));
        Instant now = clock.instant();
        SearchRepository.Shown shown = searches.shown(company(), alias, now.minus(ScoutSearchService.STANDS))
                .orElseThrow(() -> new DomainException("scout.error.gone"));
        if (scouts.invited(company(), alias)) {
            throw new DomainException("scout.error.asked");
        }
        boolean reached = shown.conditions().fit(searches.findable(today()).getOrDefault(shown.person(), Set.of()))
                && !scouts.asked(company(), shown.person());
        String code = Secrets.name(CODE_LENGTH);
        scouts.invite(code, company(), shown.person(), reached, alias, about.code(), said, now, now.plus(LAPSES));
        if (reached) {
            letters.fire(Letter.toPerson(
                    shown.person(),
                    "scout " + code,
                    "scout.letter.invited",
                    "/my/scout",
                    memberships.own().company().name(),
                    about.title()));
        }
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public List<ScoutInvitation> sent() {
        viewings.opened(Viewing.What.SCOUT_ACCEPTED, company(), scouts.accepted(company()));
        return scouts.ofCompany(company());
    }

    void followMerge(@Observes CompanyMerged merge) {
        scouts.move(merge.merged().id(), merge.into().id());
        searches.move(merge.merged().id(), merge.into().id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private long company() {
        return memberships.own().company().id();
    }

    private long person() {
        return currentActor.get().personId();
    }
}
