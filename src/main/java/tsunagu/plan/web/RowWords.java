package tsunagu.plan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import tsunagu.plan.FigureRow;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Dates;
import tsunagu.web.Texts;

/** A row that a figure is made of, in words; the same on the public page and on the staff's. */
@Named
@ApplicationScoped
public class RowWords {

    /** Kinds that name a person only where the row is of one person. */
    private static final Set<String> OF_ONE_PERSON = Set.of("PERSON", "VISIT");

    @Inject
    private Texts texts;

    @Inject
    private Dates dates;

    /** What happened; of a row without an event, the register it is from, for {@code ts:told}. */
    public String title(FigureRow row) {
        if (row.eventCode() != null) {
            return (row.eventTitle() + " " + row.sessionTitle()).strip();
        }
        boolean nameless = row.eventTitle() == null || row.eventTitle().isEmpty();
        String words =
                switch (row.kind()) {
                    case "MONTHLY" ->
                        texts.of("plan.rows.monthly", texts.written(row.eventTitle()))
                                + (row.corrections() == 0 ? "" : texts.of("plan.rows.corrected", row.corrections()));
                    case "INTERN", "COMPANY" -> kind(row);
                    case "GRANT" -> nameless ? kind(row) : texts.of("plan.rows.grant", texts.written(row.eventTitle()));
                    case "CONSULTATION" ->
                        nameless ? kind(row) : texts.of("plan.rows.consultation", texts.written(row.eventTitle()));
                    default -> nameless ? kind(row) : texts.of("plan.rows.placement", texts.written(row.eventTitle()));
                };
        return row.place() == null ? words : (words + " " + texts.written(row.place())).strip();
    }

    /** As exactly as it is known. */
    public String day(FigureRow row, FiscalYear year) {
        return switch (row.knownTo()) {
            case "FISCAL_YEAR" -> dates.fiscalYear(year);
            case "MONTH" -> dates.month(row.heldOn());
            default -> dates.day(row.heldOn());
        };
    }

    /** What is counted by it. */
    public String what(FigureRow row) {
        if (row.role() != null) {
            return texts.of("plan.rows.kind." + row.kind(), texts.of("event.role." + row.role()));
        }
        return row.quantity().signum() == 0 && row.eventCode() != null ? texts.of("plan.rows.notHeld") : kind(row);
    }

    /** Some of those who were there had been counted at an earlier session. */
    public boolean countedBefore(FigureRow row) {
        return row.role() != null && row.present() != null && row.present().compareTo(row.quantity()) > 0;
    }

    public String person(FigureRow row) {
        if (!OF_ONE_PERSON.contains(row.kind()) && row.eventCode() != null) {
            return "";
        }
        return row.person() == null ? texts.of("plan.rows.nameless") : row.person();
    }

    private String kind(FigureRow row) {
        return texts.of("plan.rows.kind." + row.kind());
    }
}
