package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.SheetView;
import tsunagu.web.FormErrors;

/**
 * The manager approves every submitted sheet of a year at once: as they were when the list was read. When one of them has moved, none is approved, and
 * the page shows what moved; the next press is about that.
 */
@Named
@ViewScoped
public class ApproveAllPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    @Named("evaluationsPage")
    private EvaluationsPage page;

    @Inject
    private OfficialService official;

    @Inject
    private FormErrors errors;

    private ArrayList<SeenSheet> read;
    private ArrayList<Changed> changed = new ArrayList<>();

    /**
     * A sheet that is another one than had been read.
     *
     * @param late it was submitted, or sent back, since
     * @param moved its numbers; none when words or grades changed
     */
    public record Changed(String programme, String name, boolean late, ArrayList<SeenSheet.Moved> moved)
            implements Serializable {}

    /** How many sheets wait for the manager; what is shown of them now is what is decided about. */
    public int getWaiting() {
        if (read == null) {
            read = submitted();
        }
        return read.size();
    }

    /** What moved since the list was read; empty before a decision was refused. */
    public List<Changed> getChanged() {
        return changed;
    }

    public void approve() {
        getWaiting();
        Map<String, String> stamps = read.stream().collect(Collectors.toMap(SeenSheet::programme, SeenSheet::stamp));
        if (errors.attempt(() -> official.approveAll(page.getYear(), stamps))) {
            page.again("approved-all");
        } else {
            readAgain();
        }
    }

    private void readAgain() {
        Map<String, SeenSheet> before =
                read.stream().collect(Collectors.toMap(SeenSheet::programme, Function.identity()));
        page.readAgain();
        changed = new ArrayList<>();
        for (SheetView sheet : page.getSheets()) {
            SeenSheet was = before.get(sheet.programme().id());
            boolean late = (was != null) != sheet.submitted();
            if (late || was != null && !was.stamp().equals(sheet.stamp())) {
                changed.add(new Changed(
                        sheet.programme().id(),
                        sheet.programme().name(),
                        late,
                        was == null ? new ArrayList<>() : was.moved(sheet)));
            }
        }
        read = submitted();
    }

    private ArrayList<SeenSheet> submitted() {
        return page.getSheets().stream()
                .filter(SheetView::submitted)
                .map(SeenSheet::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
