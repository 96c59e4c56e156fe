package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tsunagu.company.AdmissionService;
import tsunagu.company.AdmissionView;
import tsunagu.posting.ProposalState;
import tsunagu.posting.ProposalView;
import tsunagu.posting.ReviewService;
import tsunagu.shared.ReferenceTable;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** The city's review desk: what waits since when, and one posting with its findings and changes. */
@Named
@RequestScoped
public class ReviewDeskPage {

    /** Sentences to begin a comment with; staff may change every word. */
    private static final List<String> REASONS = ReferenceTable.read("/reference/rules/review-reasons.csv").stream()
            .map(row -> row.text("words"))
            .toList();

    @Inject
    private ReviewService review;

    @Inject
    private AdmissionService admissions;

    @Inject
    private SheetRows rows;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private List<ProposalView> waiting;
    private List<AdmissionView> companies;
    private ProposalView proposal;
    private List<SheetRows.Row> sheet;
    private String comment = "";
    private String reason = "";
    private Integer version;

    public List<ProposalView> getWaiting() {
        if (waiting == null) {
            waiting = review.waiting();
        }
        return waiting;
    }

    public List<AdmissionView> getCompanies() {
        if (companies == null) {
            companies = admissions.waiting();
        }
        return companies;
    }

    public long days(Instant since) {
        return Duration.between(since, web.getNow()).toDays();
    }

    public ProposalView getProposal() {
        if (proposal == null) {
            proposal = review.proposal(web.value("proposal"));
        }
        return proposal;
    }

    public boolean isOpen() {
        return getProposal().state() == ProposalState.SUBMITTED;
    }

    public List<SheetRows.Row> getSheet() {
        if (sheet == null) {
            sheet = rows.of(getProposal().sheet(), getProposal().before(), getProposal().findings());
        }
        return sheet;
    }

    public void publish() {
        decide(() -> review.publish(web.value("proposal"), version), "published");
    }

    public void sendBack() {
        decide(() -> review.sendBack(web.value("proposal"), version, said()), "sent-back");
    }

    public void refuse() {
        decide(() -> review.refuse(web.value("proposal"), version, said()), "refused");
    }

    private String said() {
        return (reason + "\n" + comment).strip();
    }

    private void decide(Runnable useCase, String done) {
        if (errors.attempt(useCase, Map.of("posting.error.commentMissing", "comment"))) {
            web.go(web.url("/staff/review") + "?done=" + done);
        }
    }

    public List<String> getReasons() {
        return REASONS;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    /** Of the proposal as the page showed it. */
    public Integer getVersion() {
        return version == null ? getProposal().version() : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
