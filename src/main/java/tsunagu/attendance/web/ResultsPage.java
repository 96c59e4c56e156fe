package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.event.QuestionnaireService;
import tsunagu.question.Results;
import tsunagu.web.Web;

/** Staff read what was answered at an event. */
@Named
@RequestScoped
public class ResultsPage {

    @Inject
    private QuestionnaireService questionnaires;

    @Inject
    private Web web;

    private List<Results> results;

    public List<Results> getResults() {
        if (results == null) {
            results = questionnaires.results(web.value("event"));
        }
        return results;
    }
}
