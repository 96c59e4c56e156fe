package tsunagu.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;
import tsunagu.shared.Typed;

/**
 * Reads lists. The statement is the list's own; around it stand the conditions, the order and the page, put together from names its
 * definition knows. What somebody typed is a value, never a part of the statement.
 */
@ApplicationScoped
public class DeskQueries {

    /** Rows of a file; a spreadsheet has a million lines, and what has more is no list to be looked at. */
    public static final int MOST = 200_000;

    private static final int MOST_WORDS = 8;

    @Inject
    private Sql sql;

    /** One statement says the page and how many there are; beyond the last page two more find it. */
    public <R> ListedRows<R> page(Listing<R> list, Asked asked, Map<String, ?> scope) {
        Conditions conditions = new Conditions(list, asked);
        String found = " from (" + list.select() + ") each" + conditions.text;
        Sql.Counted<R> page = filled(
                        columns(list) + ", (select count(*)" + found + ") as " + Sql.Counted.TOTAL + found
                                + order(list, asked) + " limit :deskRows offset :deskFirst",
                        conditions,
                        scope)
                .with("deskRows", asked.rows())
                .with("deskFirst", (long) (asked.page() - 1) * asked.rows())
                .counted(list.row());
        if (!page.rows().isEmpty() || asked.page() == 1) {
            return new ListedRows<>(page.total(), asked.page(), page.rows());
        }
        long total = filled("select count(*)" + found, conditions, scope).one(Long.class);
        return page(list, asked.onPage((int) Math.max(1, (total + asked.rows() - 1) / asked.rows())), scope);
    }

    /** One statement; rows come a few hundred at a time. */
    public <R> void each(Listing<R> list, Asked asked, Map<String, ?> scope, Consumer<R> reader) {
        Conditions conditions = new Conditions(list, asked);
        filled(
                        columns(list) + " from (" + list.select() + ") each" + conditions.text + order(list, asked)
                                + " limit " + MOST,
                        conditions,
                        scope)
                .each(list.row(), reader);
    }

    /** What the record has; marks are asked for and not read. */
    private static String columns(Listing<?> list) {
        return Arrays.stream(list.row().getRecordComponents())
                .map(each -> "each." + Column.sql(each.getName()))
                .collect(Collectors.joining(", ", "select ", ""));
    }

    private Sql.Statement filled(String text, Conditions conditions, Map<String, ?> scope) {
        Sql.Statement statement = sql.of(text);
        scope.forEach(statement::with);
        conditions.values.forEach(statement::with);
        conditions.lists.forEach(statement::withTexts);
        conditions.marks.forEach(statement::withMarks);
        return statement;
    }

    private static <R> String order(Listing<R> list, Asked asked) {
        String key = asked.sort().isEmpty() ? list.order().replace("-", "") : asked.sort();
        boolean down = asked.sort().isEmpty() ? list.order().startsWith("-") : asked.down();
        String by = list.column(key).orElseThrow().sortedBy();
        return " order by each." + by + (down ? " desc" : " asc") + " nulls last, each." + Column.sql(list.id());
    }

    /** What the filters say, as a condition and its values. */
    private static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Map<String, List<String>> lists = new LinkedHashMap<>();
        private final Map<String, String> marks = new LinkedHashMap<>();
        private final boolean indexed;
        private String looked = "";
        private final String text;

        Conditions(Listing<?> list, Asked asked) {
            indexed = list.columns().stream().anyMatch(Column::isExact);
            if (!asked.words().isEmpty()) {
                words(list, asked.words());
            }
            for (Column<?> column : list.columns()) {
                for (String parameter : column.parameters()) {
                    List<String> wanted = asked.filters().getOrDefault(parameter, List.of());
                    if (!wanted.isEmpty()) {
                        add(column, parameter, wanted);
                    }
                }
            }
            text = looked + (parts.isEmpty() ? "" : " where " + String.join(" and ", parts));
        }

        /** Each word in one of the columns of text. */
        private void words(Listing<?> list, String words) {
            if (indexed) {
                byIndex(list, words);
                return;
            }
            List<String> texts = list.columns().stream()
                    .filter(each -> each.kind() == Column.Kind.TEXT && !each.isSealed())
                    .map(each -> "each." + Column.sql(each.key()))
                    .toList();
            List<Column<?>> sealed = sealed(list);
            if (texts.isEmpty() && sealed.isEmpty()) {
                // Words are found in text; a list without any has nothing for them.
                parts.add("false");
                return;
            }
            // Put together once for a row, however often it is looked into; without the offset PostgreSQL would do it
            // each time.
            looked = " cross join lateral (select concat_ws(' ', ''"
                    + texts.stream().map(each -> ", " + each).collect(Collectors.joining())
                    + ") as words offset 0) looked";
            String all = "looked.words";
            int number = 0;
            for (String word : words.split("[\\s\u3000]+", MOST_WORDS)) {
                String name = "deskWord" + number++;
                parts.add("(" + FoldedWord.in(all, name, word) + orWhole(sealed, name + "whole", word) + ")");
                values.putAll(FoldedWord.values(name, word));
            }
        }

        private static List<Column<?>> sealed(Listing<?> list) {
            List<Column<?>> sealed = new ArrayList<>();
            list.columns().stream()
                    .filter(each -> each.isSealed() && each.filterable())
                    .forEach(sealed::add);
            return sealed;
        }

        /** What is sealed is found as a whole. */
        private String orWhole(List<Column<?>> sealed, String name, String word) {
            if (sealed.isEmpty()) {
                return "";
            }
            marks.put(name, word);
            return sealed.stream().map(each -> " or " + whole(each, name)).collect(Collectors.joining());
        }

        private static String whole(Column<?> column, String name) {
            return "each." + Column.sql(column.key()) + "_key = any(:" + name + ")";
        }

        /** Each word is one of the codes as a whole, or stands in one of the other columns; each of these has an index. */
        private void byIndex(Listing<?> list, String words) {
            int number = 0;
            for (String word : words.split("[\\s\u3000]+", MOST_WORDS)) {
                String name = "deskWord" + number++;
                parts.add("("
                        + list.columns().stream()
                                .filter(each ->
                                        each.kind() == Column.Kind.TEXT && each.filterable() && !each.isSealed())
                                .map(each -> each.isExact()
                                        ? "each." + Column.sql(each.key()) + " = :" + name
                                        : like(each, name + "part"))
                                .collect(Collectors.joining(" or "))
                        + orWhole(sealed(list), name + "whole", word)
                        + ")");
                values.put(name, word);
                values.put(name + "part", FoldedWord.escaped(word));
            }
        }

        /** The first half is what the index is for; folding a thousand sentences would take longer than reading them. */
        private static String like(Column<?> column, String name) {
            String own = "each." + Column.sql(column.key());
            return "(" + own + " > '' and lower(" + own + ") like '%' || lower(:" + name + ") || '%')";
        }

        private void add(Column<?> column, String parameter, List<String> wanted) {
            String name = "desk" + values.size() + "x" + lists.size() + "x" + marks.size();
            String own = "each." + Column.sql(column.key());
            String sign = parameter.endsWith(".from") ? " >= :" : " <= :";
            Object bound = column.kind() == Column.Kind.NUMBER ? number(wanted.get(0)) : day(wanted.get(0));
            switch (column.kind()) {
                case TEXT -> {
                    if (column.isSealed()) {
                        parts.add(whole(column, name));
                        marks.put(name, wanted.get(0));
                        return;
                    }
                    if (column.isExact()) {
                        parts.add(own + " = :" + name);
                        values.put(name, wanted.get(0));
                        return;
                    }
                    if (indexed) {
                        parts.add(like(column, name));
                        values.put(name, FoldedWord.escaped(wanted.get(0)));
                        return;
                    }
                    parts.add(FoldedWord.in("coalesce(" + own + ", '')", name, wanted.get(0)));
                    values.putAll(FoldedWord.values(name, wanted.get(0)));
                }
                case CHOICE -> {
                    parts.add(own + (column.several() ? " && :" : " = any(:") + name + (column.several() ? "" : ")"));
                    lists.put(name, wanted);
                }
                case NUMBER, DAY -> {
                    if (bound != null) {
                        parts.add(own + sign + name);
                        values.put(name, bound);
                    }
                }
                case MOMENT -> {
                    if (bound instanceof LocalDate day) {
                        boolean from = parameter.endsWith(".from");
                        parts.add(own + (from ? " >= :" : " < :") + name);
                        values.put(
                                name,
                                (from ? day : day.plusDays(1))
                                        .atStartOfDay(FiscalYear.ZONE)
                                        .toInstant());
                    }
                }
            }
        }

        /** What is no number, and no day, asks for nothing. */
        private static Long number(String written) {
            return Typed.yen(written).value();
        }

        private static LocalDate day(String written) {
            return Typed.day(written).value();
        }
    }
}
