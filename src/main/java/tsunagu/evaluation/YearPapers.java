package tsunagu.evaluation;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import tsunagu.shared.FiscalYear;

/**
 * What the papers of a year say, to be kept with its closing: numbers, names, order, texts, grades and indicators, whatever is done to them
 * afterwards. The room that makes papers implements it; this one knows none.
 */
public interface YearPapers {

    /**
     * The year as it was closed before and is closed again.
     *
     * @param papers what the papers said then, by number; empty where it was not closed before
     * @param reasons why it was opened since, the oldest first
     */
    record Before(Map<String, JsonObject> papers, List<String> reasons) {}

    /** @return by the number of the paper ("2"); what differs from before is marked in them as corrected (訂正) */
    Map<String, JsonObject> contents(FiscalYear year, Before before);
}
