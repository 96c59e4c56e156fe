package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import tsunagu.review.SubmissionStore;

/** Internships on their way to the public, as stored. */
@ApplicationScoped
class InternshipSubmissions extends SubmissionStore<InternshipSubmission> {

    InternshipSubmissions() {
        super(InternshipSubmission.class);
    }
}
