package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import tsunagu.review.SubmissionStore;

/** Internships on their way to the public, as stored. */
@ApplicationScoped
class InternshipSubmissions extends SubmissionStore<InternshipSubmission> {

    @Override
    protected Class<InternshipSubmission> entity() {
        return InternshipSubmission.class;
    }
}
