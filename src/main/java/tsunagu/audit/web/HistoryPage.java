package tsunagu.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.audit.RecordHistory;

/** What became of a record, for the page that shows it. */
@Named
@RequestScoped
public class HistoryPage {

    @Inject
    private RecordHistory history;

    private final Map<String, List<RecordHistory.Step>> read = new HashMap<>();

    /** @param kind one of {@link RecordHistory.Kind} */
    public List<RecordHistory.Step> of(String kind, String code) {
        return read.computeIfAbsent(kind + " " + code, key -> history.of(RecordHistory.Kind.valueOf(kind), code));
    }
}
