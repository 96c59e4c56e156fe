package tsunagu.evaluation;

import java.time.Instant;
import java.util.List;

/**
 * Who changed what about a programme's year, when and why, as the audit trail has it.
 *
 * @param by "" for the portal itself
 * @param table what kind of thing was changed
 * @param about the measure or the paper; "" where neither is meant
 * @param reason "" where none was asked for
 */
public record Change(Instant at, String by, String table, String about, List<Field> fields, String reason) {

    /** @param name of the column; the words for it are evaluation.field.NAME */
    public record Field(String name, String before, String after) {}
}
