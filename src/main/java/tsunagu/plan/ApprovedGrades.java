package tsunagu.plan;

import java.util.List;
import tsunagu.shared.FiscalYear;

/**
 * The grades A to D of 資料2 that hold, for everybody: those of programmes whose year is approved. The room where a year is evaluated implements
 * it; this one knows none.
 */
public interface ApprovedGrades {

    /** @param grade "A" to "D" */
    record Approved(String programmeId, FiscalYear year, String grade) {}

    /** Of all programmes of a year. */
    List<Approved> of(FiscalYear year);

    /** Of all years of a programme. */
    List<Approved> of(String programmeId);
}
