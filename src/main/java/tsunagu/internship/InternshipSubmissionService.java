package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.review.Finding;
import tsunagu.review.Submission;
import tsunagu.review.SubmissionService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** A company writes internships and hands them to the city. */
@ApplicationScoped
public class InternshipSubmissionService extends SubmissionService<InternshipSubmission> {

    /** What a copy does not take over. */
    private static final Set<String> DAYS_OF_ONE =
            Set.of(InternshipSheet.STARTS_ON, InternshipSheet.ENDS_ON, InternshipSheet.CLOSES_ON);

    @Inject
    private InternshipRepository internships;

    @Inject
    private InternshipSubmissions submissions;

    @Inject
    private Clock clock;

    /**
     * One of the company's published internships.
     *
     * @param submission code of the change under way, or null
     * @param over nobody can apply any more
     * @param ended before its last day, and for good
     * @param takenDownWhy what the city said when it took it down, or ""
     */
    public record Own(
            String code,
            String title,
            boolean open,
            boolean over,
            LocalDate closesOn,
            String submission,
            boolean ended,
            String takenDownWhy,
            int version) {}

    /** Published ones, the newest first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Own> own() {
        long company = company().id();
        Map<Long, String> underWay = submissions.changes(company).stream()
                .collect(Collectors.toMap(Submission::publishedId, Submission::code));
        return internships.of(company).stream()
                .map(each -> new Own(
                        each.code(),
                        each.plan().title(),
                        each.window().isOpenAt(clock.instant()),
                        each.window().isOverAt(clock.instant()),
                        each.plan().closesOn(),
                        underWay.get(each.id()),
                        each.ended(),
                        each.takenDownWhy(),
                        each.version()))
                .toList();
    }

    /** What the rules say about a sheet that is not kept. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Finding> findings(InternshipSheet sheet) {
        return InternshipRule.check(sheet, today());
    }

    /** The sheet a new internship begins with. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public InternshipSheet blank() {
        return new InternshipSheet(Map.of(
                InternshipSheet.AS_OF, today().toString(),
                InternshipSheet.OPENS_ON, today().plusDays(1).toString()));
    }

    /** Everything as in a published one but its days, which are over or would be. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public InternshipSheet copyOf(String internshipCode) {
        Map<String, String> answers =
                new HashMap<>(InternshipSheet.of(ownOf(internshipCode).plan()).answers());
        answers.keySet().removeAll(DAYS_OF_ONE);
        answers.putAll(blank().answers());
        return new InternshipSheet(answers);
    }

    private Internship ownOf(String code) {
        return internships.of(company().id()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("internship " + code));
    }

    /** @param ticket chosen when the form was opened: the same form sent twice begins one submission */
    @UseCase(allow = Role.COMPANY)
    public String start(String ticket, InternshipSheet sheet) {
        return begin(ticket, sheet.answers());
    }

    /** A change to a published one; the one under way when there is one. @throws DomainException when it was ended */
    @UseCase(allow = Role.COMPANY)
    public String revise(String internshipCode) {
        Internship internship = ownOf(internshipCode);
        internship.requireNotEnded();
        return change(
                internship.id(), () -> InternshipSheet.of(internship.plan()).answers());
    }

    /** @throws ConflictException when somebody else saved since it was read */
    @UseCase(allow = Role.COMPANY)
    public void keep(String code, int seenVersion, InternshipSheet sheet, Set<String> acknowledged) {
        write(code, seenVersion, sheet.answers(), acknowledged);
    }

    /** @throws DomainException when a rule blocks, or a warning is not acknowledged, or what it changes was ended */
    @UseCase(allow = Role.COMPANY)
    public void submit(String code, int seenVersion, InternshipSheet sheet, Set<String> acknowledged) {
        handIn(code, seenVersion, sheet.answers(), acknowledged);
    }
}
