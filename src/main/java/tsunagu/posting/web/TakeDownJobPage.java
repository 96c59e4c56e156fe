package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.posting.PostingService;
import tsunagu.review.Published;
import tsunagu.review.web.TakeDownForm;

/** Staff take a published posting down. */
@Named
@RequestScoped
public class TakeDownJobPage extends TakeDownForm {

    @Inject
    private PostingService postings;

    @Override
    protected Published read(String code) {
        return postings.published(code);
    }

    @Override
    protected void takeDown(String code, int seen, String words) {
        postings.takeDown(code, seen, words);
    }

    @Override
    protected String kind() {
        return "jobs";
    }

    @Override
    protected String parameter() {
        return "job";
    }
}
