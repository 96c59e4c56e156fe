package tsunagu.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.UseCase;

/** Holds answers against what is known of the programmes, and says of each why it is shown or not. */
@ApplicationScoped
public class GuideService {

    private static final List<SupportProgramme> PROGRAMMES =
            ReferenceTable.read("/reference/guide/support.csv").stream()
                    .map(GuideService::programme)
                    .toList();

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
        List<Suggestion> all = PROGRAMMES.stream()
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

    private static SupportProgramme programme(Row row) {
        Map<GuideQuestion, Set<String>> fits = new EnumMap<>(GuideQuestion.class);
        for (GuideQuestion question : GuideQuestion.values()) {
            Set<String> answers = new LinkedHashSet<>(row.words(question.parameter()));
            if (!question.answers().containsAll(answers)) {
                throw new IllegalStateException("support.csv: " + row.text("code") + " " + question + " " + answers);
            }
            if (!answers.isEmpty()) {
                fits.put(question, answers);
            }
        }
        return new SupportProgramme(
                row.text("code"),
                row.text("title"),
                row.text("summary"),
                row.text("amount"),
                Arrays.asList(row.text("conditions").split("/")),
                fits,
                LocalDate.parse(row.text("valid_from")),
                LocalDate.parse(row.text("valid_until")),
                LocalDate.parse(row.text("as_of")),
                row.text("source"),
                row.text("office"));
    }
}
