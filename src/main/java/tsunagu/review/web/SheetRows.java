package tsunagu.review.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.review.Finding;
import tsunagu.review.ReviewView;
import tsunagu.web.Texts;

/** A sheet as rows to read, with what changed and what the rules say beside it. In pages: {@code #{sheetRows}}. */
@Named
@ApplicationScoped
public class SheetRows {

    /**
     * @param before what is public now; "" when that says nothing
     * @param changed false also for something new
     */
    public record Row(String id, String label, String before, String after, boolean changed, List<Said> findings) {}

    /**
     * A finding in words.
     *
     * @param acknowledged the company has read it and means so
     */
    public record Said(Finding finding, String label, String sentence, String law, boolean acknowledged) {}

    @Inject
    private Texts texts;

    public List<Row> of(ReviewView draft, SheetForm form) {
        List<Said> said = said(draft, form);
        Map<String, String> before = draft.before() == null ? Map.of() : draft.before();
        List<Row> rows = new ArrayList<>();
        for (String id : form.ids()) {
            String after = form.shown(id, draft.answers().get(id));
            String old = form.shown(id, before.get(id));
            List<Said> about = said.stream()
                    .filter(each -> each.finding().field().equals(id))
                    .toList();
            if (!after.isEmpty() || !old.isEmpty() || !about.isEmpty()) {
                rows.add(new Row(id, form.label(id), old, after, draft.revision() && !after.equals(old), about));
            }
        }
        return rows;
    }

    public List<Said> said(ReviewView draft, SheetForm form) {
        return draft.findings().stream()
                .map(finding -> said(finding, form, draft.acknowledged().contains(finding.acknowledgement())))
                .toList();
    }

    public Said said(Finding finding, SheetForm form, boolean acknowledged) {
        return new Said(
                finding,
                form.label(finding.field()),
                texts.format(form.getRoom() + ".rule." + finding.sentence(), finding.arguments()),
                texts.of(form.getRoom() + ".law." + finding.rule()),
                acknowledged);
    }
}
