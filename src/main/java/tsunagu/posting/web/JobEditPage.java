package tsunagu.posting.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.Finding;
import tsunagu.review.ReviewView;
import tsunagu.review.web.SheetEditor;
import tsunagu.review.web.SheetForm;

/** A company writes a posting. */
@Named
@ViewScoped
public class JobEditPage extends SheetEditor {

    private static final long serialVersionUID = 1L;

    @Inject
    private PostingSubmissionService submissions;

    @Inject
    private JobForm form;

    @Override
    public SheetForm getForm() {
        return form;
    }

    @Override
    protected String place() {
        return "jobs";
    }

    @Override
    protected Map<String, String> begin(String copy) {
        return (copy == null ? submissions.blank() : submissions.copyOf(copy)).answers();
    }

    @Override
    protected ReviewView read(String draft) {
        return submissions.submission(draft);
    }

    @Override
    protected String start(String oneTimeCode, Map<String, String> written) {
        return submissions.start(oneTimeCode, new JobSheet(written));
    }

    @Override
    protected void keep(String draft, int seen, Map<String, String> written, Set<String> read) {
        submissions.keep(draft, seen, new JobSheet(written), read);
    }

    @Override
    protected void submit(String draft, int seen, Map<String, String> written, Set<String> read) {
        submissions.submit(draft, seen, new JobSheet(written), read);
    }

    @Override
    protected void discard(String draft, int seen) {
        submissions.discard(draft, seen);
    }

    @Override
    protected List<Finding> check(Map<String, String> written) {
        return submissions.findings(new JobSheet(written));
    }
}
