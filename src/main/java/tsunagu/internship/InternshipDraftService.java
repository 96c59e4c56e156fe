package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.company.MembershipService;
import tsunagu.review.Finding;
import tsunagu.review.DraftLine;
import tsunagu.review.DraftQueries;
import tsunagu.review.ReviewView;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** A company writes internships and hands them to the city. Nothing of another company is ever reached. */
@ApplicationScoped
@Transactional
public class InternshipDraftService {

    private static final int CODE_LENGTH = 8;

    @Inject
    private DraftQueries drafts;

    @Inject
    private InternshipRepository internships;

    @Inject
    private InternshipViews views;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * One of the company's published internships.
     *
     * @param proposal code of the change under way, or null
     * @param ended before its last day, and for good
     * @param takenDownWhy what the city said when it took it down, or ""
     */
    public record Own(String code, String title, boolean open, LocalDate closesOn, String proposal, boolean ended, String takenDownWhy) {}

    @UseCase(allow = Role.COMPANY, changes = false)
    public List<DraftLine> underWay() {
        return drafts.live(DraftQueries.Kind.INTERNSHIP, company());
    }

    /** Published ones, the newest first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Own> own() {
        return internships.of(company()).stream()
                .map(each -> new Own(
                        each.code(),
                        each.plan().title(),
                        each.window().isOpenAt(clock.instant()),
                        each.plan().closesOn(),
                        internships.liveOf(each.id()).map(InternshipProposal::code).orElse(null),
                        each.ended(),
                        each.takenDownWhy()))
                .toList();
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public ReviewView draft(String code) {
        return views.view(ownDraft(code));
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Finding> findings(InternshipSheet sheet) {
        return InternshipRule.check(sheet, today());
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public InternshipSheet blank() {
        return new InternshipSheet(Map.of(
                InternshipSheet.AS_OF, today().toString(),
                InternshipSheet.OPENS_ON, today().plusDays(1).toString()));
    }

    /** @param ticket chosen when the form was opened: the same form sent twice begins one draft */
    @UseCase(allow = Role.COMPANY)
    public String start(String ticket, InternshipSheet sheet) {
        return internships
                .findDraft(ticket)
                .filter(before -> before.companyId() == company())
                .map(InternshipProposal::code)
                .orElseGet(() -> add(ticket, null, sheet));
    }

    /** A change to a published one; the one under way when there is one. @throws DomainException when it was ended */
    @UseCase(allow = Role.COMPANY)
    public String revise(String internshipCode) {
        Internship internship = internships.of(company()).stream()
                .filter(each -> each.code().equals(internshipCode))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("internship " + internshipCode));
        internship.requireNotEnded();
        return internships
                .liveOf(internship.id())
                .map(InternshipProposal::code)
                .orElseGet(() -> add(Secrets.name(CODE_LENGTH), internship.id(), InternshipSheet.of(internship.plan())));
    }

    /** @throws ConflictException when somebody else saved since it was read */
    @UseCase(allow = Role.COMPANY)
    public void keep(String code, int seenVersion, InternshipSheet sheet, Set<String> acknowledged) {
        write(code, seenVersion, sheet, acknowledged);
    }

    /** @throws DomainException when a rule blocks, or a warning is not acknowledged, or what it changes was ended */
    @UseCase(allow = Role.COMPANY)
    public void submit(String code, int seenVersion, InternshipSheet sheet, Set<String> acknowledged) {
        InternshipProposal draft = write(code, seenVersion, sheet, acknowledged);
        List<Finding> findings = InternshipRule.check(sheet, today());
        if (findings.stream().anyMatch(Finding::blocks)) {
            throw new DomainException("review.error.blocked");
        }
        if (findings.stream().anyMatch(finding -> !acknowledged.contains(finding.acknowledgement()))) {
            throw new DomainException("review.error.acknowledge");
        }
        if (draft.internshipId() != null) {
            internships.find(draft.internshipId()).requireNotEnded();
        }
        draft.submit(clock.instant());
    }

    @UseCase(allow = Role.COMPANY)
    public void takeBack(String code, int seenVersion) {
        seen(ownDraft(code), seenVersion).takeBack();
    }

    @UseCase(allow = Role.COMPANY)
    public void discard(String code, int seenVersion) {
        seen(ownDraft(code), seenVersion).discard(clock.instant());
    }

    private String add(String code, Long internshipId, InternshipSheet sheet) {
        InternshipProposal draft = new InternshipProposal(
                code, company(), internshipId, sheet.answers(), currentActor.get().accountId(), clock.instant());
        internships.add(draft);
        return draft.code();
    }

    private InternshipProposal write(String code, int seenVersion, InternshipSheet sheet, Set<String> acknowledged) {
        InternshipProposal draft = seen(ownDraft(code), seenVersion);
        draft.write(sheet.answers(), acknowledged, currentActor.get().accountId(), clock.instant());
        return draft;
    }

    private InternshipProposal ownDraft(String code) {
        return internships
                .findDraft(code)
                .filter(draft -> draft.companyId() == company())
                .orElseThrow(() -> new NotFoundException("proposal " + code));
    }

    private static InternshipProposal seen(InternshipProposal draft, int version) {
        if (draft.version() != version) {
            throw new ConflictException();
        }
        return draft;
    }

    private long company() {
        return memberships.own().company().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
