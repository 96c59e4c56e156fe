package tsunagu.review.web;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import tsunagu.review.ReviewView;
import tsunagu.review.SubmissionState;
import tsunagu.shared.ReferenceTable;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Staff read one thing that waits, with its findings and changes, and decide. The kinds say what their service is. */
public abstract class Decision {

    /** Sentences to begin a comment with; staff may change every word. */
    private static final List<String> REASONS = ReferenceTable.read("/reference/rules/review-reasons.csv").stream()
            .map(row -> row.text("words"))
            .toList();

    @Inject
    private SheetRows rows;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private ReviewView draft;
    private List<SheetRows.Row> sheet;
    private List<SheetRows.Said> said;
    private String comment = "";
    private String reason = "";
    private Integer version;

    public abstract SheetForm getForm();

    protected abstract ReviewView read(String code);

    protected abstract void publish(String code, int seen);

    protected abstract void sendBack(String code, int seen, String words);

    protected abstract void refuse(String code, int seen, String words);

    public ReviewView getDraft() {
        if (draft == null) {
            draft = read(web.value("submission"));
        }
        return draft;
    }

    public boolean isOpen() {
        return getDraft().state() == SubmissionState.SUBMITTED;
    }

    public List<SheetRows.Row> getSheet() {
        if (sheet == null) {
            sheet = rows.of(getDraft(), getForm());
        }
        return sheet;
    }

    public List<SheetRows.Said> getSaid() {
        if (said == null) {
            said = rows.said(getDraft(), getForm());
        }
        return said;
    }

    public void publish() {
        decide(() -> publish(web.value("submission"), version), "published");
    }

    public void sendBack() {
        decide(() -> sendBack(web.value("submission"), version, words()), "sent-back");
    }

    public void refuse() {
        decide(() -> refuse(web.value("submission"), version, words()), "refused");
    }

    private String words() {
        return (reason + "\n" + comment).strip();
    }

    private void decide(Runnable useCase, String done) {
        Map<String, String> fields =
                Map.of("review.error.commentMissing", "comment", "review.error.commentLong", "comment");
        if (errors.attempt(useCase, fields)) {
            web.go(web.url("/staff/review/next") + "?done=" + done);
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

    /** Of the draft as the page showed it. */
    public Integer getVersion() {
        return version == null ? getDraft().version() : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
