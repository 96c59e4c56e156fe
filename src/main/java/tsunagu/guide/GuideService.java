package tsunagu.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/** Holds answers against what is known of the programmes, and says of each why it is shown or not. */
@ApplicationScoped
@Transactional
public class GuideService implements StaffWork {

    @Inject
    private SupportRegister support;

    @Inject
    private Clock clock;

    /**
     * A programme and how the answers stand to it.
     *
     * @param fitting questions whose answer fits
     * @param open questions that were not answered and matter for it
     * @param against questions whose answer speaks against it; then it is not suggested
     * @param most yen at most for who moves so; null where it is not known, or a question that matters has no answer
     */
    public record Suggestion(
            SupportProgramme programme,
            List<GuideQuestion> fitting,
            List<GuideQuestion> open,
            List<GuideQuestion> against,
            Integer most) {

        public boolean mayApply() {
            return against.isEmpty();
        }
    }

    /** Of programmes one can apply for today, those that may apply first, then the others. Answers nobody knows are no answers. */
    @UseCase(anyone = true, changes = false)
    public List<Suggestion> suggestions(Map<GuideQuestion, String> answers) {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        List<Suggestion> all = support.all().stream()
                .filter(each -> each.validOn(today))
                .map(each -> suggestion(each, answers))
                .toList();
        List<Suggestion> ordered =
                new ArrayList<>(all.stream().filter(Suggestion::mayApply).toList());
        ordered.addAll(all.stream().filter(each -> !each.mayApply()).toList());
        return ordered;
    }

    private static Suggestion suggestion(SupportProgramme programme, Map<GuideQuestion, String> answers) {
        List<GuideQuestion> fitting = new ArrayList<>();
        List<GuideQuestion> open = new ArrayList<>();
        List<GuideQuestion> against = new ArrayList<>();
        programme.fits().forEach((question, fits) -> {
            String answer = answers.get(question);
            if (answer == null || !question.answers().contains(answer)) {
                open.add(question);
            } else if (fits.contains(answer)) {
                fitting.add(question);
            } else {
                against.add(question);
            }
        });
        return new Suggestion(
                programme,
                fitting,
                open,
                against,
                against.isEmpty() && open.isEmpty() ? most(programme, answers) : null);
    }

    private static Integer most(SupportProgramme programme, Map<GuideQuestion, String> answers) {
        int children = Math.max(
                0, GuideQuestion.CHILDREN.answers().indexOf(answers.getOrDefault(GuideQuestion.CHILDREN, "NONE")));
        String household = answers.get(GuideQuestion.HOUSEHOLD);
        boolean family = "FAMILY".equals(household);
        // Alone with children is no answer that a sum could be made of.
        return household == null || children > 0 && !family ? null : programme.most(family, children);
    }

    /** Programmes whose information nobody has looked at for a year: amounts change in April. */
    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        return Waiting.of(
                "guide.work.old",
                "/staff/plan-book",
                support.all().stream()
                        .filter(each ->
                                each.validOn(today) && each.asOf().plusYears(1).isBefore(today))
                        .map(each -> each.asOf()
                                .plusYears(1)
                                .atStartOfDay(FiscalYear.ZONE)
                                .toInstant())
                        .toList());
    }
}
