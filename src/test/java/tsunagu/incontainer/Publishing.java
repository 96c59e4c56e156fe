package tsunagu.incontainer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyService;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.internship.InternshipReviewService;
import tsunagu.internship.InternshipSheet;
import tsunagu.internship.InternshipSubmissionService;
import tsunagu.posting.PostingReviewService;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.posting.Term;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.review.Finding;
import tsunagu.review.ReviewView;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/** Companies publish as they do: a sheet, handed to the city, looked at, published. */
@ApplicationScoped
public class Publishing {

    @Inject
    private CompanyService companies;

    @Inject
    private PostingSubmissionService submissions;

    @Inject
    private PostingReviewService reviews;

    @Inject
    private InternshipSubmissionService internshipSubmissions;

    @Inject
    private InternshipReviewService internshipReviews;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    /** A company and somebody who acts for it. */
    public record Firm(CompanyName company, Actor member) {

        public long id() {
            return company.id();
        }
    }

    public Firm firm() {
        // The city comes first: other classes begin with it only where nothing is there.
        world.city();
        CompanyProfile p = DemonstrationCity.drawn(today()).firms().get(0).profile();
        CompanyProfile numberless = new CompanyProfile(
                null,
                p.name(),
                p.reading(),
                p.industry(),
                p.summary(),
                p.business(),
                p.appeal(),
                p.plainWords(),
                p.welfare(),
                p.founded(),
                p.capital(),
                p.employees(),
                p.website(),
                p.certificates(),
                p.features(),
                p.places(),
                p.dayOf(),
                p.day(),
                p.youth(),
                List.of(),
                "");
        CompanyName company = currentActor.as(World.STAFF, () -> companies.enter(numberless));
        Actor person = world.seeker("会社の 人");
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) values (nextval('tsunagu_seq'), "
                        + company.id() + ", " + person.accountId() + ", 'OWNER', now(), 0)");
        return new Firm(company, new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY)));
    }

    public JobSheet jobSheet(String title, LocalDate opensOn, LocalDate closesOn) {
        Map<String, String> answers = new HashMap<>(Map.of(
                Field.TITLE, title,
                Field.OCCUPATION, "062",
                Field.EMPLOYMENT, "REGULAR",
                Field.AREA, "ICHINOSEKI",
                Field.WAGE_UNIT, "MONTH",
                Field.WAGE_MIN, "220000",
                Field.DAILY_HOURS, "8",
                Field.DAYS_OFF, "110",
                Field.FIXED_TERM, "no",
                Field.FIXED_OVERTIME, "no"));
        answers.putAll(Map.of(
                Field.OPENS_ON,
                opensOn.toString(),
                Field.CLOSES_ON,
                closesOn.toString(),
                Field.AS_OF,
                today().toString(),
                Field.LAWFUL,
                JobSheet.YES,
                JobSheet.AUDIENCE + "GENERAL",
                JobSheet.YES));
        for (Term term : Term.values()) {
            if (!JobSheet.composed(term) && term != Term.RENEWAL && term != Term.DISPATCH) {
                answers.put(JobSheet.of(term), term == Term.WAGE ? "月給220,000円" : "こまかな説明");
            }
        }
        return new JobSheet(answers);
    }

    /** Proposed and published at once. @return its code */
    public String job(Firm firm, String title, LocalDate opensOn) {
        return job(firm, jobSheet(title, opensOn, today().plusDays(30)));
    }

    public String job(Firm firm, JobSheet sheet) {
        return published(firm, as(firm.member(), () -> submissions.start(Secrets.name(8), sheet)), sheet);
    }

    /** A changed edition of a published posting. */
    public void revise(Firm firm, String posting, JobSheet sheet) {
        published(firm, as(firm.member(), () -> submissions.revise(posting)), sheet);
    }

    private String published(Firm firm, String submission, JobSheet sheet) {
        submit(firm, submission, sheet);
        return as(
                World.STAFF,
                () -> reviews.publish(submission, reviews.submission(submission).version()));
    }

    /** It waits for the city. */
    public void submit(Firm firm, String submission, JobSheet sheet) {
        as(firm.member(), () -> {
            submissions.submit(
                    submission,
                    submissions.submission(submission).version(),
                    sheet,
                    warnings(submissions.findings(sheet)));
            return null;
        });
    }

    public InternshipSheet internshipSheet(String title, LocalDate opensOn) {
        LocalDate first = today().plusDays(40);
        Map<String, String> answers = new HashMap<>(Map.of(
                InternshipSheet.TYPE, "CAREER_EDUCATION",
                InternshipSheet.TITLE, title,
                InternshipSheet.CONTENT, "工場で部品の測り方を学びます。",
                InternshipSheet.AREA, "ICHINOSEKI",
                InternshipSheet.STARTS_ON, first.toString(),
                InternshipSheet.ENDS_ON, first.plusDays(1).toString(),
                InternshipSheet.DAYS, "2",
                InternshipSheet.WORKPLACE_DAYS, "1",
                InternshipSheet.DATA_USED, "no",
                InternshipSheet.PAY, "無給"));
        answers.putAll(Map.of(
                InternshipSheet.SELECTION,
                "先着順",
                InternshipSheet.OPENS_ON,
                opensOn.toString(),
                InternshipSheet.CLOSES_ON,
                today().plusDays(30).toString(),
                InternshipSheet.AS_OF,
                today().toString(),
                InternshipSheet.AUDIENCE + "KOSEN",
                InternshipSheet.YES));
        return new InternshipSheet(answers);
    }

    /** @return its code */
    public String internship(Firm firm, String title, LocalDate opensOn) {
        InternshipSheet sheet = internshipSheet(title, opensOn);
        return internshipPublished(
                firm, as(firm.member(), () -> internshipSubmissions.start(Secrets.name(8), sheet)), sheet);
    }

    public void reviseInternship(Firm firm, String internship, InternshipSheet sheet) {
        internshipPublished(firm, as(firm.member(), () -> internshipSubmissions.revise(internship)), sheet);
    }

    private String internshipPublished(Firm firm, String draft, InternshipSheet sheet) {
        submitInternship(firm, draft, sheet);
        return as(
                World.STAFF,
                () -> internshipReviews.publish(
                        draft, internshipReviews.submission(draft).version()));
    }

    public void submitInternship(Firm firm, String draft, InternshipSheet sheet) {
        as(firm.member(), () -> {
            ReviewView seen = internshipSubmissions.submission(draft);
            internshipSubmissions.submit(draft, seen.version(), sheet, warnings(internshipSubmissions.findings(sheet)));
            return null;
        });
    }

    private static Set<String> warnings(List<Finding> findings) {
        return findings.stream()
                .filter(each -> !each.blocks())
                .map(Finding::acknowledgement)
                .collect(Collectors.toSet());
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(FiscalYear.ZONE));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return currentActor.as(actor, work);
    }
}
