package tsunagu.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;
import tsunagu.web.Numbers;

/** What stands in a cell, in words: the same on the page and in a file of text. */
final class Cells {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final Numbers NUMBERS = new Numbers();

    private Cells() {}

    /** @return "" for nothing */
    static String text(Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        if (value instanceof Worded word) {
            return Words.withReadings(word.key(), locale);
        }
        if (value instanceof Number number) {
            return NUMBERS.of(number);
        }
        if (value instanceof List<?> several) {
            return several.stream()
                    .map(each -> text(each, locale))
                    .collect(Collectors.joining(Words.of("web.listSeparator", locale)));
        }
        return plain(value);
    }

    /** In a file: numbers without separators, which would make two cells of one. */
    static String plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Worded word) {
            return Words.japanese(word.key());
        }
        if (value instanceof List<?> several) {
            return several.stream().map(Cells::plain).collect(Collectors.joining(Words.japanese("web.listSeparator")));
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(FiscalYear.ZONE));
        }
        return value.toString();
    }
}
