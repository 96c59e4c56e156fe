package tsunagu.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of an answer, read by position. */
record Cells(Object[] values) {

    String text(int column) {
        return (String) values[column];
    }

    Integer integer(int column) {
        return values[column] == null ? null : ((Number) values[column]).intValue();
    }

    Long whole(int column) {
        return ((Number) values[column]).longValue();
    }

    BigDecimal decimal(int column) {
        return values[column] == null ? null : new BigDecimal(values[column].toString());
    }

    LocalDate date(int column) {
        Object value = values[column];
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
