package tsunagu.guide.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsunagu.guide.GuideQuestion;
import tsunagu.guide.GuideService;
import tsunagu.web.Web;

/** The guide: answers stand in the address and nowhere else. */
@Named
@RequestScoped
public class GuidePage {

    @Inject
    private GuideService guide;

    @Inject
    private Web web;

    private List<GuideService.Suggestion> suggestions;

    public GuideQuestion[] getQuestions() {
        return GuideQuestion.values();
    }

    /** What was answered; "" for nothing. */
    public String answer(GuideQuestion question) {
        return web.parameter(question.parameter())
                .filter(question.answers()::contains)
                .orElse("");
    }

    public boolean isAsked() {
        return !answers().isEmpty();
    }

    public List<GuideService.Suggestion> getSuggestions() {
        if (suggestions == null) {
            suggestions = guide.suggestions(answers());
        }
        return suggestions;
    }

    public long getFitting() {
        return getSuggestions().stream()
                .filter(GuideService.Suggestion::mayApply)
                .count();
    }

    /** Those whose amount is known for the answers. */
    public List<GuideService.Suggestion> getCounted() {
        return getSuggestions().stream().filter(each -> each.most() != null).toList();
    }

    /** Yen at most, all together. */
    public long getMost() {
        return getCounted().stream().mapToLong(GuideService.Suggestion::most).sum();
    }

    private Map<GuideQuestion, String> answers() {
        Map<GuideQuestion, String> answers = new EnumMap<>(GuideQuestion.class);
        for (GuideQuestion question : GuideQuestion.values()) {
            if (!answer(question).isEmpty()) {
                answers.put(question, answer(question));
            }
        }
        return answers;
    }
}
