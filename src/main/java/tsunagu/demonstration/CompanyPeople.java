package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.application.ApplicationState;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.application.ReceiveService;
import tsunagu.company.AdmissionForm;
import tsunagu.company.AdmissionGround;
import tsunagu.company.AdmissionService;
import tsunagu.company.MembershipService;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingService;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.review.Finding;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** The demonstration's company people, and what they have under way: through the same doors, under their own names. */
@ApplicationScoped
@Transactional
class CompanyPeople {

    static final String MEMBER = "company@demo.example";
    private static final String SEEKER = "seeker@demo.example";
    private static final String NEWCOMER = "newcompany@demo.example";

    private static final Map<String, String> TEXTS = ReferenceTable.read("/demo/company-people.csv").stream()
            .collect(Collectors.toMap(row -> row.text("key"), row -> row.text("text")));

    @Inject
    private AccountService accounts;

    @Inject
    private MembershipService memberships;

    @Inject
    private AdmissionService admissions;

    @Inject
    private PostingSubmissionService submissions;

    @Inject
    private PostingService postings;

    @Inject
    private ApplyService applying;

    @Inject
    private ReceiveService receiving;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param companyId of the company the demonstration's account acts for */
    @UseCase
    public void settle(long companyId) {
        memberships.provide(companyId, MEMBER);
        as(MEMBER, () -> {
            underWay();
            return null;
        });
        String open = as(MEMBER, () -> postings.own().stream()
                .filter(each -> each.state() == OwnPosting.State.OPEN)
                .reduce((one, other) -> other)
                .map(OwnPosting::code)
                .orElse(null));
        if (open != null) {
            applied(open);
        }
        as(NEWCOMER, () -> {
            admissions.submit(-1, newcomer());
            return null;
        });
    }

    /** One application, answered, that waits for the next step. */
    private void applied(String job) {
        Actor seeker = accounts.idOf(SEEKER).flatMap(accounts::actor).orElseThrow();
        String application = currentActor.as(
                seeker,
                () -> applying.apply(
                        job,
                        new ApplyForm(
                                postings.target(job).edition(),
                                seeker.name(),
                                SEEKER,
                                "",
                                false,
                                text("career"),
                                text("message"),
                                questions(job),
                                true)));
        as(MEMBER, () -> {
            receiving.write(application, text("reply"));
            receiving.move(application, receiving.application(application).version(), ApplicationState.IN_PROGRESS);
            return null;
        });
    }

    private List<String> questions(String job) {
        return postings.target(job).questions().stream()
                .map(question -> text("answer"))
                .toList();
    }

    private void underWay() {
        submissions.start("demodrft", submissions.blank().with(Field.TITLE, text("draft")));
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        for (var posting : postings.own().stream().limit(2).toList()) {
            String code = submissions.revise(posting.code());
            JobSheet sheet = new JobSheet(submissions.submission(code).answers())
                    .with(Field.DAILY_HOURS, "7.75")
                    .with(Field.DAYS_OFF, "112")
                    .with(Field.LAWFUL, JobSheet.YES)
                    .with(Field.FIXED_OVERTIME, JobSheet.NO)
                    .with(Field.AGE_NOTE, "")
                    .with(Field.CLOSES_ON, today.plusDays(60).toString())
                    .with(JobSheet.TERM + "HOLIDAYS", text("holidays"));
            Set<String> warnings = submissions.findings(sheet).stream()
                    .filter(finding -> !finding.blocks())
                    .map(Finding::acknowledgement)
                    .collect(Collectors.toSet());
            boolean clean = submissions.findings(sheet).stream().noneMatch(Finding::blocks);
            int version = submissions.submission(code).version();
            if (clean) {
                submissions.submit(code, version, sheet, warnings);
            } else {
                submissions.keep(code, version, sheet, warnings);
            }
        }
    }

    private static AdmissionForm newcomer() {
        return new AdmissionForm(
                "",
                text("noNumber"),
                text("name"),
                text("reading"),
                text("summary"),
                "E09",
                text("place"),
                "DAITO",
                text("address"),
                7,
                "",
                "0191-00-0000",
                EnumSet.allOf(AdmissionGround.class));
    }

    private <T> T as(String email, Supplier<T> work) {
        long account = accounts.idOf(email).orElseThrow();
        return currentActor.as(new Actor(account, null, email, Set.of(Role.COMPANY)), work);
    }

    static String text(String key) {
        return TEXTS.get(key);
    }
}
