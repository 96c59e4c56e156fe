package tsunagu.internship.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.internship.InternshipService;
import tsunagu.review.Published;
import tsunagu.review.web.TakeDownForm;

/** Staff take a published internship down. */
@Named
@RequestScoped
public class TakeDownInternshipPage extends TakeDownForm {

    @Inject
    private InternshipService internships;

    @Override
    protected Published read(String code) {
        return internships.published(code);
    }

    @Override
    protected void takeDown(String code, int seen, String words) {
        internships.takeDown(code, seen, words);
    }

    @Override
    protected String kind() {
        return "internships";
    }

    @Override
    protected String parameter() {
        return "internship";
    }
}
