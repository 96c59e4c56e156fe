package tsunagu.posting.rules;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tsunagu.posting.WageUnit;
import tsunagu.shared.ReferenceTable;

/**
 * The wage that the words of the terms state, as far as a machine can tell. Read are amounts in yen with what stands before them (its
 * words: reference/rules/wage-words.csv): the wage by its unit, a base pay, an allowance, or what is paid apart. Where the words leave
 * a doubt nothing is said: prose without amounts, amounts in Chinese numerals, a number that base pay and allowances add up to.
 */
final class WrittenWage {

    private enum Kind {
        /** the wage, with its unit */
        WAGE,
        /** the base pay, a part of it where the wage is said as well */
        BASE,
        /** an amount without words of its own */
        BARE,
        /** an allowance that belongs to the smallest wage */
        PART,
        /** what the smallest wage does not count: fixed overtime, commuting, family, bonuses, examples */
        APART
    }

    /** @param unit of a {@link Kind#WAGE}, else null @param open "and more", without a second amount */
    private record Amount(long yen, Kind kind, WageUnit unit, boolean open) {}

    /** An amount and its place. @param followed by a sign that another one follows, or that it may be more */
    private record Token(int start, int end, BigDecimal number, boolean man, long rest, boolean yen, boolean followed) {

        boolean money() {
            return man || yen;
        }

        /** @param inMan of a first number that leaves the unit to the second: "20 to 25 man" */
        long value(boolean inMan) {
            BigDecimal factor = man || inMan && number.compareTo(SEN) < 0 ? MAN : BigDecimal.ONE;
            return number.multiply(factor).longValue() + rest;
        }
    }

    private static final Map<String, Pattern> WORDS = ReferenceTable.read("/reference/rules/wage-words.csv").stream()
            .collect(Collectors.toMap(row -> row.text("kind"), row -> Pattern.compile(row.text("pattern"))));

    /** 220,000 or 22.5, then ten thousands (U+4E07) with thousands (U+5343) or a rest, and yen (U+5186). */
    private static final Pattern AMOUNT = Pattern.compile("(?<n>[0-9][0-9,]{0,14}(?:[.][0-9]{1,4})?) ?"
            + "(?:(?<man>\u4e07) ?(?:(?<sen>[0-9])\u5343|(?<rest>[0-9][0-9,]{0,5}))?)? ?(?<yen>\u5186)?");

    private static final Pattern AFTER_RANGE = Pattern.compile(
            "^ ?(?:[~\u301c\u2013\u2014\u2015\u30fc-]|" + WORDS.get("RANGE").pattern() + ")");

    /** A word that says a range, and nothing else between two amounts. */
    private static final Pattern ONLY_RANGE = Pattern.compile(
            " ?(?:[~\u301c\u2013\u2014\u2015\u30fc-]|" + WORDS.get("RANGE").pattern() + ") ?");

    /** What ends the words that belong to an amount. */
    private static final Pattern END = Pattern.compile("[\u3002\u3001()\u30fb\n;/]");

    private static final BigDecimal MAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal SEN = BigDecimal.valueOf(1_000);
    private static final int MONTHS = 12;

    /** With more allowances than that nothing is said: too many sums are possible. */
    private static final int MOST_PARTS = 6;

    private final List<Amount> amounts;
    private final WageUnit unit;
    private final boolean overtimeIncluded;

    private WrittenWage(List<Amount> amounts, WageUnit unit, boolean overtimeIncluded) {
        this.amounts = amounts;
        this.unit = unit;
        this.overtimeIncluded = overtimeIncluded;
    }

    /** @param unit in which the fields of the form state the wage */
    static WrittenWage of(String prose, WageUnit unit) {
        String text = Normalizer.normalize(prose, Normalizer.Form.NFKC);
        List<Token> tokens = tokens(text);
        List<Amount> amounts = new ArrayList<>();
        Token before = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            boolean first = token.followed() && next != null && next.money() && between(text, token, next);
            if (!token.money() && !first) {
                continue;
            }
            boolean second = before != null && before.followed() && between(text, before, token);
            Amount last = amounts.isEmpty() ? null : amounts.get(amounts.size() - 1);
            long yen = token.value(!token.money() && next.man());
            boolean open = token.followed() && !first;
            amounts.add(
                    second
                            ? new Amount(yen, last.kind(), last.unit(), open)
                            : named(yen, words(text, before, token), text.substring(token.end()), open));
            before = token;
        }
        return new WrittenWage(
                amounts, unit, WORDS.get("INCLUDED").matcher(text).find());
    }

    /**
     * The smallest wage that the words state, when it is another one than the field says.
     *
     * @param fixedOvertime yen that the field leaves out and the words may count in, or null
     */
    OptionalLong otherThan(long smallest, Integer fixedOvertime) {
        List<Amount> wage = wage();
        if (wage.isEmpty()) {
            return OptionalLong.empty();
        }
        long lowest = wage.stream().mapToLong(Amount::yen).min().getAsLong();
        LongStream starts = LongStream.concat(LongStream.of(lowest), of(Kind.BASE));
        Set<Long> said = reachable(starts.boxed().toList(), fixedOvertime);
        return said.isEmpty() || said.contains(smallest) ? OptionalLong.empty() : OptionalLong.of(lowest);
    }

    /**
     * The words say that this wage has the fixed overtime pay in it, though the field is to leave it out: what is paid for the scheduled
     * hours is less by that.
     */
    boolean includesOvertime(long smallest) {
        return overtimeIncluded
                && wage().stream().mapToLong(Amount::yen).min().orElse(0) == smallest
                && of(Kind.BASE).findAny().isEmpty();
    }

    /** The largest wage that the words state, when the field promises more. Words that say "and more" state none. */
    OptionalLong lessThan(long largest) {
        List<Amount> wage = wage();
        long highest = wage.stream().mapToLong(Amount::yen).max().orElse(largest);
        boolean open = wage.stream().anyMatch(Amount::open)
                || of(Kind.PART).findAny().isPresent()
                || of(Kind.APART).findAny().isPresent();
        return open || highest >= largest ? OptionalLong.empty() : OptionalLong.of(highest);
    }

    /** The unit in which alone the words state a wage, when it is not the field's. */
    WageUnit otherUnit() {
        List<WageUnit> said = amounts.stream()
                .filter(each -> each.kind() == Kind.WAGE)
                .map(Amount::unit)
                .distinct()
                .toList();
        boolean plain =
                of(Kind.BASE).findAny().isPresent() || of(Kind.BARE).findAny().isPresent();
        boolean divided = unit == WageUnit.MONTH && said.contains(WageUnit.YEAR);
        return said.isEmpty() || said.contains(unit) || plain || divided ? null : said.get(0);
    }

    /** What is said by the field's unit; else the base pay; else amounts alone, where they can be a wage by that unit. */
    private List<Amount> wage() {
        List<Amount> named = amounts.stream()
                .filter(each -> each.kind() == Kind.WAGE && each.unit() == unit)
                .toList();
        if (named.isEmpty() && amounts.stream().noneMatch(each -> each.kind() == Kind.WAGE)) {
            List<Amount> base =
                    amounts.stream().filter(each -> each.kind() == Kind.BASE).toList();
            List<Amount> bare =
                    amounts.stream().filter(each -> each.kind() == Kind.BARE).toList();
            return (base.isEmpty() ? bare : base)
                    .stream().filter(each -> plausible(each.yen())).toList();
        }
        if (named.isEmpty() && unit == WageUnit.MONTH) {
            // a salary by the year, paid by the month
            return amounts.stream()
                    .filter(each ->
                            each.kind() == Kind.WAGE && each.unit() == WageUnit.YEAR && each.yen() % MONTHS == 0)
                    .map(each -> new Amount(each.yen() / MONTHS, each.kind(), unit, each.open()))
                    .toList();
        }
        return named;
    }

    /** Amounts that a base and some of the parts come to. */
    private Set<Long> reachable(List<Long> starts, Integer fixedOvertime) {
        List<Long> parts = of(Kind.PART).boxed().toList();
        List<Long> apart = Stream.concat(
                        of(Kind.APART).boxed(), Stream.ofNullable(fixedOvertime).map(Integer::longValue))
                .toList();
        Set<Long> sums = new HashSet<>(starts);
        if (parts.size() + apart.size() > MOST_PARTS) {
            return Set.of();
        }
        for (Long part : parts) {
            sums = with(sums, part, true);
        }
        for (Long part : apart) {
            sums = with(sums, part, false);
        }
        return sums;
    }

    private static Set<Long> with(Set<Long> sums, long part, boolean added) {
        Set<Long> more = new HashSet<>(sums);
        sums.forEach(sum -> {
            more.add(sum - part);
            if (added) {
                more.add(sum + part);
            }
        });
        return more;
    }

    private LongStream of(Kind kind) {
        return amounts.stream().filter(each -> each.kind() == kind).mapToLong(Amount::yen);
    }

    private boolean plausible(long yen) {
        return switch (unit) {
            case HOUR -> yen >= 500 && yen < 5_000;
            case DAY -> yen >= 4_000 && yen < 50_000;
            case MONTH -> yen >= 100_000 && yen < 2_000_000;
            case YEAR -> yen >= 1_500_000;
        };
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher amount = AMOUNT.matcher(text);
        while (amount.find()) {
            boolean man = amount.group("man") != null;
            long rest = amount.group("sen") != null
                    ? SEN.longValue() * Long.parseLong(amount.group("sen"))
                    : amount.group("rest") != null
                            ? number(amount.group("rest")).longValue()
                            : 0;
            tokens.add(new Token(
                    amount.start(),
                    amount.end(),
                    number(amount.group("n")),
                    man,
                    rest,
                    amount.group("yen") != null,
                    AFTER_RANGE.matcher(text.substring(amount.end())).find()));
        }
        return tokens;
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static boolean between(String text, Token one, Token other) {
        return ONLY_RANGE.matcher(text.substring(one.end(), other.start())).matches();
    }

    /** What stands before an amount, back to the end of the words of another one. */
    private static String words(String text, Token before, Token token) {
        String words = text.substring(before == null ? 0 : before.end(), token.start());
        Matcher end = END.matcher(words);
        int from = 0;
        while (end.find()) {
            from = end.end();
        }
        return words.substring(from);
    }

    private static Amount named(long yen, String words, String after, boolean open) {
        if (has("APART", words)) {
            return new Amount(yen, Kind.APART, null, open);
        }
        if (has("PART", words)
                || Pattern.compile("^ ?(?:" + WORDS.get("AFTER").pattern() + ")")
                        .matcher(after)
                        .find()) {
            return new Amount(yen, Kind.PART, null, open);
        }
        WageUnit named = null;
        int at = -1;
        for (WageUnit each : WageUnit.values()) {
            Matcher word = WORDS.get(each.name()).matcher(words);
            while (word.find()) {
                if (word.start() > at) {
                    at = word.start();
                    named = each;
                }
            }
        }
        if (named != null) {
            return new Amount(yen, Kind.WAGE, named, open);
        }
        return new Amount(yen, has("BASE", words) ? Kind.BASE : Kind.BARE, null, open);
    }

    private static boolean has(String kind, String words) {
        return WORDS.get(kind).matcher(words).find();
    }
}
