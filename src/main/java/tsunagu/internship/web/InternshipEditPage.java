package tsunagu.internship.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.internship.InternshipSheet;
import tsunagu.internship.InternshipSubmissionService;
import tsunagu.review.Finding;
import tsunagu.review.ReviewView;
import tsunagu.review.web.SheetEditor;
import tsunagu.review.web.SheetForm;

/** A company writes an internship. */
@Named
@ViewScoped
public class InternshipEditPage extends SheetEditor {

    private static final long serialVersionUID = 1L;

    @Inject
    private InternshipSubmissionService submissions;

    @Inject
    private InternshipForm form;

    @Override
    public SheetForm getForm() {
        return form;
    }

    @Override
    protected String place() {
        return "internships";
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
        return submissions.start(oneTimeCode, new InternshipSheet(written));
    }

    @Override
    protected void keep(String draft, int seen, Map<String, String> written, Set<String> read) {
        submissions.keep(draft, seen, new InternshipSheet(written), read);
    }

    @Override
    protected void submit(String draft, int seen, Map<String, String> written, Set<String> read) {
        submissions.submit(draft, seen, new InternshipSheet(written), read);
    }

    @Override
    protected void discard(String draft, int seen) {
        submissions.discard(draft, seen);
    }

    @Override
    protected List<Finding> check(Map<String, String> written) {
        return submissions.findings(new InternshipSheet(written));
    }
}
