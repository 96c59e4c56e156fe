package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.audit.ChangeReason;
import tsunagu.company.CompanyChanged;
import tsunagu.company.CompanyLeft;
import tsunagu.company.CompanyMerged;
import tsunagu.company.CompanyService;
import tsunagu.company.MembershipService;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.Published;
import tsunagu.review.TakeDown;
import tsunagu.search.SearchIndex;
import tsunagu.shared.CompanyWork;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What is done with postings. */
@ApplicationScoped
@Transactional
public class PostingService implements CompanyWork {

    private static final int CODE_LENGTH = 8;

    @Inject
    private PostingRepository postings;

    @Inject
    private PostingSubmissions submissions;

    @Inject
    private CompanyService companies;

    @Inject
    private MembershipService memberships;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<Letter> letters;

    @Inject
    private ChangeReason reason;

    @Inject
    private Clock clock;

    /** @return the posting's code, the last part of its address */
    @UseCase(allow = Role.STAFF)
    public String publish(long companyId, @Valid JobTerms job) {
        Posting posting = new Posting(Secrets.name(CODE_LENGTH), companyId, job, clock.instant());
        postings.add(posting);
        index.put(PostingEntries.entry(posting, companies.held(companyId)));
        return posting.code();
    }

    /** A new edition of the terms; the earlier ones stay readable. */
    @UseCase(allow = Role.STAFF)
    public void revise(String code, @Valid JobTerms job) {
        Posting posting = postings.get(code);
        posting.revise(job, clock.instant());
        index.put(PostingEntries.entry(posting, companies.held(posting.companyId())));
    }

    /** @throws NotFoundException when there is no such posting */
    @UseCase(allow = Role.STAFF, changes = false)
    public Published published(String code) {
        Posting posting = postings.get(code);
        return posting.seenByCity(companies.named(posting.companyId()), clock.instant());
    }

    /**
     * The city takes a posting down: from this instant it is closed everywhere, and its company is told why. It cannot be taken back,
     * and what its company has under way to change it is not published any more.
     *
     * @param seenVersion of the posting as it was looked at
     * @param why told to the company and kept in the trail, at most {@link TakeDown#LONGEST} characters
     * @throws ConflictException when it says something else by now
     * @throws tsunagu.shared.DomainException without a reason, or when it has ended
     */
    @UseCase(allow = Role.STAFF)
    public void takeDown(String code, int seenVersion, String why) {
        Posting posting = postings.get(code);
        if (posting.version() != seenVersion) {
            throw new ConflictException();
        }
        reason.because(TakeDown.reason(why));
        posting.takeDown(why, clock.instant());
        index.put(PostingEntries.entry(posting, companies.held(posting.companyId())));
        letters.fire(Letter.toCompany(
                posting.companyId(),
                "taken-down " + code,
                "posting.letter.takenDown",
                "/company",
                posting.title(),
                why.strip()));
    }

    /**
     * The company closes one of its own.
     *
     * @param seenVersion of the posting as it was looked at
     * @throws ConflictException when it says something else by now
     */
    @UseCase(allow = Role.COMPANY)
    public void endOwn(String code, int seenVersion, EndReason because) {
        Posting posting = own(code);
        if (posting.version() != seenVersion) {
            throw new ConflictException();
        }
        if (posting.ended()) {
            throw new DomainException("posting.error.ended");
        }
        end(posting, because);
    }

    /**
     * 職業安定法5条の4: the company says that it is still correct.
     *
     * @param seenVersion of the posting as it was looked at
     * @throws ConflictException when it says something else by now
     */
    @UseCase(allow = Role.COMPANY)
    public void confirm(String code, int seenVersion) {
        Posting posting = own(code);
        if (posting.version() != seenVersion) {
            throw new ConflictException();
        }
        posting.confirm(clock.instant());
        index.put(PostingEntries.entry(posting, companies.held(posting.companyId())));
    }

    /**
     * 職業安定法5条の4: staff ask a company whether a posting is still correct, beside the letter it gets by itself; at most once a day.
     *
     * @param seenVersion of the posting as it was looked at
     * @throws ConflictException when it says something else by now
     * @throws DomainException when it is over, or nobody acts for its company
     */
    @UseCase(allow = Role.STAFF)
    public void askWhetherCorrect(String code, int seenVersion) {
        Posting posting = postings.get(code);
        if (posting.version() != seenVersion) {
            throw new ConflictException();
        }
        if (posting.isOver(clock.instant())) {
            throw new DomainException("posting.error.ended");
        }
        if (!memberships.hasPeople(posting.companyId())) {
            throw new DomainException("posting.error.nobody");
        }
        letters.fire(Letter.toCompany(
                posting.companyId(),
                "asked-correct " + code + " " + LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE),
                "posting.letter.askedCorrect",
                "/company",
                posting.title()));
    }

    /** The company's postings, the newest first, with what is under way for each. */
    @UseCase(allow = Role.COMPANY, changes = false, once = true)
    public List<OwnPosting> own() {
        long company = memberships.own().company().id();
        Map<Long, PostingSubmission> underWay = submissions.changes(company).stream()
                .collect(Collectors.toMap(PostingSubmission::publishedId, each -> each));
        Instant now = clock.instant();
        return postings.of(company).stream()
                .sorted(Comparator.comparing(Posting::id).reversed())
                .map(posting -> posting.seenByCompany(underWay.get(posting.id()), now))
                .toList();
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Step> companyWork() {
        List<OwnPosting> own = own();
        if (own.isEmpty() && !submissions.hasLive(memberships.own().company().id())) {
            return List.of(new Step(Urgency.SOON, "posting.work.first", 0, null, null, "/company/jobs/new"));
        }
        List<Instant> confirm = own.stream()
                .filter(OwnPosting::confirmSoon)
                .map(OwnPosting::confirmBefore)
                .sorted()
                .toList();
        return confirm.isEmpty()
                ? List.of()
                : List.of(new Step(
                        Urgency.SOON,
                        "posting.work.confirm",
                        confirm.size(),
                        null,
                        // What is hidden already is too late for no day.
                        confirm.stream()
                                .filter(each -> each.isAfter(clock.instant()))
                                .findFirst()
                                .orElse(null),
                        "/company#published"));
    }

    /** Everything an own posting ever said, the newest first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Edition> editions(String code) {
        return own(code).editions();
    }

    /** @throws NotFoundException when there is no such posting, or its first day has not come */
    @UseCase(anyone = true, changes = false)
    public ApplyTarget target(String code) {
        Posting posting = postings.get(code);
        if (clock.instant().isBefore(posting.window().from())) {
            throw new NotFoundException("posting " + code);
        }
        return target(posting);
    }

    /** What somebody has applied to, open or closed. */
    @UseCase(anyone = true, changes = false)
    public ApplyTarget appliedTo(long postingId) {
        return target(postings.find(postingId));
    }

    /** Published terms of an edition, the one in force or an earlier one. */
    @UseCase(anyone = true, changes = false)
    public Map<Term, String> terms(long postingId, int edition) {
        return postings.find(postingId).terms(edition);
    }

    private ApplyTarget target(Posting posting) {
        JobSheet sheet = posting.sheet();
        List<String> questions = IntStream.rangeClosed(1, JobSheet.QUESTIONS)
                .mapToObj(number -> sheet.text(JobSheet.Field.QUESTION + number))
                .filter(question -> !question.isEmpty())
                .toList();
        return new ApplyTarget(
                posting.id(),
                posting.code(),
                posting.title(),
                companies.named(posting.companyId()),
                posting.edition(),
                questions,
                sheet.text(JobSheet.Field.APPLY_URL),
                sheet.text(JobSheet.Field.HELLO_WORK),
                posting.window().isOpenAt(clock.instant()));
    }

    private Posting own(String code) {
        Posting posting = postings.get(code);
        if (posting.companyId() != memberships.own().company().id()) {
            throw new NotFoundException("posting " + code);
        }
        return posting;
    }

    private void end(Posting posting, EndReason because) {
        posting.end(because, clock.instant());
        index.put(PostingEntries.entry(posting, companies.held(posting.companyId())));
    }

    void followMerge(@Observes CompanyMerged merge) {
        submissions.move(merge.merged().id(), merge.into().id());
        postings.of(merge.merged().id()).forEach(posting -> {
            posting.belongTo(merge.into().id());
            index.put(PostingEntries.entry(posting, merge.into()));
        });
    }

    void followLeaving(@Observes CompanyLeft leaving) {
        Instant now = clock.instant();
        postings.of(leaving.company().id()).stream()
                .filter(each -> !each.window().isOverAt(now))
                .forEach(each -> {
                    each.end(EndReason.LEFT, now);
                    index.put(PostingEntries.entry(each, leaving.company()));
                });
    }

    void followCompany(@Observes CompanyChanged change) {
        postings.of(change.company().id())
                .forEach(posting -> index.put(PostingEntries.entry(posting, change.company())));
    }
}
