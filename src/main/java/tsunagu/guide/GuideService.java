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
import tsunagu.shared.UseCase;

/** Holds answers against what is known of the programmes, and says of each why it is shown or not. */
@ApplicationScoped
@Transactional
public class GuideService {

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
     */
    public record Suggestion(
            SupportProgramme programme,
            List<GuideQuestion> fitting,
            List<GuideQuestion> open,
            List<GuideQuestion> against) {

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
        return new Suggestion(programme, fitting, open, against);
    }
}
