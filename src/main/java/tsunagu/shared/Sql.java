package tsunagu.shared;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one way to read and write what entities do not hold: PostgreSQL's own language, with values by name and rows as records
 * (decision 0029). Inside a use case a statement runs on the transaction's connection, after what entities have changed.
 *
 * <pre>{@code
 * record Waiting(long id, String name, Instant since) {}
 *
 * List<Waiting> line = sql.of("select id, name, created_at as since from … where session_id = :session")
 *         .with("session", sessionId)
 *         .list(Waiting.class);
 * }</pre>
 */
public interface Sql {

    /** @param text a statement; a value stands in it as {@code :name}, never as text put together */
    Statement of(String text);

    /** @param total of all rows, whichever are among these */
    record Counted<T>(long total, List<T> rows) {

        public static final String TOTAL = "rows_in_all";
    }

    /** A statement whose values are filled in. */
    interface Statement {

        /**
         * @param value null, text, a number, a truth, bytes, an enum (stored by its name), {@link java.time.Instant},
         *     {@link java.time.LocalDate}, {@link java.time.LocalTime}, {@link java.util.UUID} or {@link FiscalYear} (stored by its number)
         */
        Statement with(String name, Object value);

        /** A text that is kept sealed ({@link SealedText}); null for null and "". A sealed column takes nothing else. */
        Statement withSealed(String name, String text);

        /** The {@link Mark} of a sealed text, as it is written beside it; null for null and "". */
        Statement withMark(String name, String text);

        /** All marks a sealed text may have, for {@code email_key = any(:name)}. */
        Statement withMarks(String name, String text);

        /** An array of {@code text}, for {@code = any(:name)}; enums by their names. */
        Statement withTexts(String name, Collection<?> values);

        /** An array of {@code bigint}, for {@code = any(:name)}. */
        Statement withNumbers(String name, Collection<? extends Number> values);

        /**
         * All rows, in the statement's order.
         *
         * @param row a record, whose components are filled from the columns of the same name ({@code checkedInAt} from
         *     {@code checked_in_at}), or the class of the only column. Sealed columns are opened for components of text. Columns without a component, and nulls for a primitive, are
         *     errors: zero is not "not recorded"
         */
        <T> List<T> list(Class<T> row);

        /**
         * Some of many rows, with how many there are: a column {@link Counted#TOTAL}, which is no component and says the same in each of them.
         * Without a row nothing says it, and it is 0.
         */
        <T> Counted<T> counted(Class<T> row);

        /**
         * Hands over one row after the other and holds a few hundred of them at most: for files of any length. In a transaction only; outside
         * of one the driver reads everything first.
         */
        <T> void each(Class<T> row, Consumer<T> reader);

        /** The first row, if there is one and it is not null. */
        <T> Optional<T> first(Class<T> row);

        /** @return the only row; an error if there are none or several */
        <T> T one(Class<T> row);

        /** @return how many rows were written */
        int run();
    }
}
