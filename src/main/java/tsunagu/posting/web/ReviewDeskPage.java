package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.posting.PostingReviewService;
import tsunagu.review.ReviewView;
import tsunagu.review.web.Decision;
import tsunagu.review.web.SheetForm;

/** The city's review desk: one posting. */
@Named
@RequestScoped
public class ReviewDeskPage extends Decision {

    @Inject
    private PostingReviewService review;

    @Inject
    private JobForm form;

    @Override
    public SheetForm getForm() {
        return form;
    }

    @Override
    protected ReviewView read(String code) {
        return review.submission(code);
    }

    @Override
    protected void publish(String code, int version) {
        review.publish(code, version);
    }

    @Override
    protected void sendBack(String code, int version, String comment) {
        review.sendBack(code, version, comment);
    }

    @Override
    protected void refuse(String code, int version, String comment) {
        review.refuse(code, version, comment);
    }
}
