package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import tsunagu.review.SubmissionStore;

/** Postings on their way to the public, as stored. */
@ApplicationScoped
class PostingSubmissions extends SubmissionStore<PostingSubmission> {

    @Override
    protected Class<PostingSubmission> entity() {
        return PostingSubmission.class;
    }
}
