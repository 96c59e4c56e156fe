package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import tsunagu.review.SubmissionReviewService;

/** The city looks at internships: whether they keep the conditions of their type. */
@ApplicationScoped
public class InternshipReviewService extends SubmissionReviewService<InternshipSubmission> {}
