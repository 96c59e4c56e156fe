package tsunagu.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.audit.AuditTrail;

/** Whether the trail is as it was sealed, and what is not. */
@Named
@RequestScoped
public class TrailPage {

    @Inject
    private AuditTrail trail;

    private AuditTrail.Verdict verdict;

    /** Read anew for each request: an answer of yesterday would not tell of today. */
    public AuditTrail.Verdict getVerdict() {
        if (verdict == null) {
            verdict = trail.verify();
        }
        return verdict;
    }
}
