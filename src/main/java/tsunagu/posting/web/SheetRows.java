package tsunagu.posting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import tsunagu.posting.rules.Finding;
import tsunagu.posting.rules.JobSheet;
import tsunagu.web.Texts;

/** A sheet as rows to read, with what changed and what the rules say beside it. In pages: {@code #{sheetRows}}. */
@Named
@ApplicationScoped
public class SheetRows {

    /**
     * @param before what is public now; "" when that says nothing
     * @param changed false also for a new posting
     */
    public record Row(String id, String label, String before, String after, boolean changed, List<Finding> findings) {}

    @Inject
    private JobForm form;

    @Inject
    private Texts texts;

    /** How to mend it. */
    public String sentence(Finding finding) {
        return texts.format("posting.rule." + finding.sentence(), finding.arguments());
    }

    /** @param before the public sheet, or null */
    public List<Row> of(JobSheet sheet, JobSheet before, List<Finding> findings) {
        List<Row> rows = new ArrayList<>();
        for (String id : form.ids()) {
            String after = form.shown(id, sheet.text(id));
            String old = before == null ? "" : form.shown(id, before.text(id));
            List<Finding> about =
                    findings.stream().filter(finding -> finding.field().equals(id)).toList();
            if (!after.isEmpty() || !old.isEmpty() || !about.isEmpty()) {
                rows.add(new Row(id, form.label(id), old, after, before != null && !after.equals(old), about));
            }
        }
        return rows;
    }
}
