package tsunagu.desk;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.FoldedName;
import tsunagu.shared.Typed;

/**
 * A list whose rows no statement gives, because its room works them out: links of a chain that are verified, pairs that are compared, grades
 * that are suggested. All of them are in hand; what an address asks of them is answered by the definition of the columns, as
 * {@link DeskQueries} answers it. For what a room reads as a whole anyway, some thousands at most.
 */
public final class RowsInHand {

    private RowsInHand() {}

    /** Rows of what has no number of its own: its place is its number. */
    public static <T, R> List<R> numbered(List<T> all, BiFunction<Long, T, R> row) {
        List<R> rows = new ArrayList<>(all.size());
        for (T each : all) {
            rows.add(row.apply(rows.size() + 1L, each));
        }
        return rows;
    }

    /** @param all in the order that settles what an order leaves open */
    public static <R> ListedRows<R> page(Listing<R> list, Asked asked, List<R> all) {
        List<R> found = found(list, asked, all);
        int page = Math.max(1, Math.min(asked.page(), (found.size() + asked.rows() - 1) / asked.rows()));
        int first = (page - 1) * asked.rows();
        return new ListedRows<>(found.size(), page, found.subList(first, Math.min(found.size(), first + asked.rows())));
    }

    public static <R> void each(Listing<R> list, Asked asked, List<R> all, Consumer<R> reader) {
        found(list, asked, all).forEach(reader);
    }

    private static <R> List<R> found(Listing<R> list, Asked asked, List<R> all) {
        Stream<R> found = all.stream();
        List<Column<R>> texts = list.columns().stream()
                .filter(each -> each.kind() == Column.Kind.TEXT)
                .toList();
        for (String word : asked.words().split("[\\s\u3000]+")) {
            String folded = FoldedName.of(word);
            found = found.filter(row -> word.isEmpty() || folded(texts, row).contains(folded));
        }
        for (Column<R> column : list.columns()) {
            for (String parameter : column.parameters()) {
                List<String> wanted = asked.filters().getOrDefault(parameter, List.of());
                if (!wanted.isEmpty()) {
                    found = found.filter(row -> holds(column, parameter, wanted, column.value(row)));
                }
            }
        }
        String key = asked.sort().isEmpty() ? list.order().replace("-", "") : asked.sort();
        boolean down = asked.sort().isEmpty() ? list.order().startsWith("-") : asked.down();
        return found.sorted(order(list.column(key).orElseThrow(), down)).toList();
    }

    private static <R> String folded(List<Column<R>> texts, R row) {
        return FoldedName.of(texts.stream()
                .map(each -> Objects.toString(each.value(row), ""))
                .collect(Collectors.joining(" ")));
    }

    private static boolean holds(Column<?> column, String parameter, List<String> wanted, Object value) {
        boolean from = parameter.endsWith(".from");
        String first = wanted.get(0);
        return switch (column.kind()) {
            case TEXT ->
                column.isExact()
                        ? first.equals(value)
                        : FoldedName.of(Objects.toString(value, "")).contains(FoldedName.of(first));
            case CHOICE -> {
                List<?> words = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
                yield wanted.stream()
                        .map(column.choices()::get)
                        .filter(Objects::nonNull)
                        .anyMatch(words::contains);
            }
            case NUMBER -> {
                Long bound = Typed.yen(first).value();
                yield bound == null || value != null && within(number(value), BigDecimal.valueOf(bound), from);
            }
            case DAY -> {
                LocalDate bound = Typed.day(first).value();
                yield bound == null || value != null && within((LocalDate) value, bound, from);
            }
            case MOMENT -> {
                LocalDate bound = Typed.day(first).value();
                yield bound == null
                        || value != null && within(LocalDate.ofInstant((Instant) value, FiscalYear.ZONE), bound, from);
            }
        };
    }

    private static <T> boolean within(T value, Comparable<? super T> bound, boolean from) {
        int compared = bound.compareTo(value);
        return from ? compared <= 0 : compared >= 0;
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    /** What says nothing comes last, whichever way. */
    private static <R> Comparator<R> order(Column<R> column, boolean down) {
        Collator words = Collator.getInstance(Locale.JAPANESE);
        Map<String, Object> choices = column.choices();
        List<Object> places = List.copyOf(choices.values());
        Function<R, Object> key = column.sortedBy().equals(Column.sql(column.key()))
                ? column::value
                : row -> component(row, column.sortedBy());
        Comparator<Object> compared = (one, other) -> {
            if (one instanceof String text && !places.contains(one)) {
                return words.compare(text, other.toString());
            }
            if (one instanceof Number) {
                return number(one).compareTo(number(other));
            }
            if (one instanceof LocalDate day) {
                return day.compareTo((LocalDate) other);
            }
            if (one instanceof Instant moment) {
                return moment.compareTo((Instant) other);
            }
            return Integer.compare(place(places, one), place(places, other));
        };
        return Comparator.comparing(key, Comparator.nullsLast(down ? compared.reversed() : compared));
    }

    private static int place(List<Object> places, Object value) {
        Object first = value instanceof List<?> several ? several.isEmpty() ? null : several.get(0) : value;
        return first == null ? -1 : places.indexOf(first);
    }

    /** What a column is sorted by where that is not what stands in it: a component of the row, as a statement's column would be. */
    private static Object component(Object row, String sql) {
        return Arrays.stream(row.getClass().getRecordComponents())
                .filter(each -> Column.sql(each.getName()).equals(sql))
                .findFirst()
                .map(each -> {
                    try {
                        return each.getAccessor().invoke(row);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElseThrow(() -> new IllegalArgumentException("no component " + sql));
    }
}
