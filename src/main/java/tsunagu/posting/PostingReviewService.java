package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import tsunagu.review.SubmissionReviewService;

/** The city looks at postings before anybody else does. */
@ApplicationScoped
public class PostingReviewService extends SubmissionReviewService<PostingSubmission> {}
