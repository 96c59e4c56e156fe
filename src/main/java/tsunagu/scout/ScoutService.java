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
import tsunagu.account.AccountService;
import tsunagu.company.CompanyMerged;
import tsunagu.company.MembershipService;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Standing;
import tsunagu.shared.Classification;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** Both sides of scouting. */
@ApplicationScoped
@Transactional
public class ScoutService {

    /** Fewer people than this are not shown: conditions could tell who they are. */
    static final int FEW = 5;

    /** Invitations a company may send in thirty days. */
    static final int MOST = 10;

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration LAPSES = Duration.ofDays(14);
    private static final String PURPOSE = "scout";
    private static final int ALIAS_LENGTH = 6;
    private static final int CODE_LENGTH = 10;
    private static final int LONGEST = 1000;

    @Inject
    private ScoutRepository scouts;

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

    /** What a search gives. @param total of those that fit @param candidates empty where they are too few to be shown */
    public record Result(int total, List<Candidate> candidates) {

        public boolean few() {
            return total > 0 && candidates.isEmpty();
        }
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public boolean on() {
        return scouts.on(person());
    }

    /** @throws DomainException when the person has not said that he is an adult, or wishes for nothing */
    @UseCase(allow = Role.SEEKER)
    public void turnOn() {
        if (profiles.standing(person()) != Standing.ADULT) {
            throw new DomainException("scout.error.adult");
        }
        if (profiles.profile().wishes().isEmpty()) {
            throw new DomainException("scout.error.wishes");
        }
        accounts.agree(PURPOSE, ProfileService.VERSION);
        scouts.turnOn(person(), Secrets.name(ALIAS_LENGTH), clock.instant());
    }

    /** Nobody finds him from now on; invitations that are open stay his to answer. */
    @UseCase(allow = Role.SEEKER)
    public void turnOff() {
        scouts.turnOff(person());
        accounts.withdrawConsent(PURPOSE);
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Invitation> received() {
        return scouts.ofPerson(person());
    }

    /**
     * @param accept the company then sees name and mail address; otherwise it only learns that he declined
     * @throws DomainException when it has lapsed or was answered
     */
    @UseCase(allow = Role.SEEKER)
    public void answer(String code, boolean accept) {
        if (accept && profiles.standing(person()) != Standing.ADULT) {
            throw new DomainException("scout.error.adult");
        }
        long company = scouts.answer(code, person(), accept ? "ACCEPTED" : "DECLINED", clock.instant())
                .orElseThrow(() -> new DomainException("scout.error.over"));
        letters.fire(Letter.toCompany(
                company, "scout " + code, accept ? "scout.letter.accepted" : "scout.letter.declined", "/company/scout"));
    }

    /**
     * Says whom the company looks for and sees who there is, without names. The conditions are kept.
     *
     * @throws DomainException without any condition
     */
    @UseCase(allow = Role.COMPANY)
    public Result search(Conditions conditions) {
        if (conditions.none()
                || !conditions.areas().stream().allMatch(Classification.AREAS::has)
                || !conditions.occupations().stream().allMatch(Classification.OCCUPATIONS::has)
                || !conditions.licences().stream().allMatch(Classification.LICENCES::has)) {
            throw new DomainException("scout.error.conditions");
        }
        List<Candidate> fitting = scouts.fitting(conditions, company(), today());
        scouts.searched(company(), conditions, fitting.size(), clock.instant());
        return new Result(fitting.size(), fitting.size() < FEW ? List.of() : fitting);
    }

    /** Open postings an invitation can be about. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<OwnPosting> postings() {
        return postings.own().stream().filter(each -> each.state() == OwnPosting.State.OPEN).toList();
    }

    /** How many more the company may send now. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public long left() {
        return Math.max(0, MOST - scouts.sentSince(company(), clock.instant().minus(WINDOW)));
    }

    /**
     * @param conditions under which the candidate was shown: nobody is invited who is not
     * @throws DomainException over the limit, without words or posting, or when he was asked before
     */
    @UseCase(allow = Role.COMPANY)
    public void invite(Conditions conditions, String alias, String posting, String words) {
        scouts.hold(company());
        if (left() == 0) {
            throw new DomainException("scout.error.limit", MOST);
        }
        if (words == null || words.isBlank() || words.strip().length() > LONGEST) {
            throw new DomainException("scout.error.words");
        }
        OwnPosting about = postings().stream()
                .filter(each -> each.code().equals(posting))
                .findFirst()
                .orElseThrow(() -> new DomainException("scout.error.posting"));
        if (search(conditions).candidates().stream().noneMatch(each -> each.code().equals(alias))) {
            throw new DomainException("scout.error.gone");
        }
        long person = scouts.person(alias, today()).orElseThrow(() -> new DomainException("scout.error.gone"));
        if (scouts.asked(company(), person)) {
            throw new DomainException("scout.error.asked");
        }
        Instant now = clock.instant();
        String code = Secrets.name(CODE_LENGTH);
        scouts.invite(code, company(), person, alias, about.code(), words.strip(), now, now.plus(LAPSES));
        letters.fire(Letter.toPerson(
                person, "scout " + code, "scout.letter.invited", "/my/scout", memberships.own().company().name(), about.title()));
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Invitation> sent() {
        return scouts.ofCompany(company());
    }

    void followMerge(@Observes CompanyMerged merge) {
        scouts.move(merge.merged().id(), merge.into().id());
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
