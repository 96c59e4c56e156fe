package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.internship.InternshipSheet;
import tsunagu.internship.InternshipSubmissionService;
import tsunagu.participation.InternshipRun;
import tsunagu.participation.ParticipationForm;
import tsunagu.participation.School;
import tsunagu.participation.TakePartService;
import tsunagu.review.Finding;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;

/** At the demonstration's company: an applicant for its internship, and a change to it that waits for the city. */
@ApplicationScoped
class InternshipScenes {

    private static final String APPLICANT = "scout20@demo.example";

    @Inject
    private AccountService accounts;

    @Inject
    private InternshipSubmissionService submissions;

    @Inject
    private TakePartService takePart;

    @Inject
    private CurrentActor currentActor;

    void settle() {
        Actor house = Actor.system("demonstration");
        long member =
                currentActor.as(house, () -> accounts.idOf(CompanyPeople.MEMBER).orElseThrow());
        Actor applicant = currentActor.as(
                house, () -> accounts.idOf(APPLICANT).flatMap(accounts::actor).orElseThrow());
        currentActor
                .as(
                        new Actor(member, null, CompanyPeople.MEMBER, Set.of(Role.COMPANY)),
                        () -> submissions.own().stream()
                                .filter(each -> each.open() && !each.ended())
                                .peek(each -> change(each.code()))
                                .findFirst())
                .ifPresent(open -> currentActor.as(applicant, () -> apply(open.code(), applicant.name())));
    }

    private void change(String internship) {
        String code = submissions.revise(internship);
        var found = submissions.submission(code);
        InternshipSheet sheet = new InternshipSheet(found.answers());
        Set<String> warnings = submissions.findings(sheet).stream()
                .filter(finding -> !finding.blocks())
                .map(Finding::acknowledgement)
                .collect(Collectors.toSet());
        submissions.submit(code, found.version(), sheet, warnings);
    }

    private String apply(String internship, String name) {
        InternshipRun run = takePart.sessions(internship).get(0);
        return takePart.apply(
                internship,
                new ParticipationForm(
                        run.seen(),
                        false,
                        School.values()[0],
                        name,
                        APPLICANT,
                        "",
                        CompanyPeople.text("intern"),
                        false,
                        true));
    }
}
