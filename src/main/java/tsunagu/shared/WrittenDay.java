package tsunagu.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and months as people here write them, in tables and in forms: 2026-12-25, 2026/12/25, 20261225, 2026年12月25日（金）, 令和8年12月25日,
 * R8.12.25; 2026-11, 202611, 令和8年11月. The first year of an era is 元 or 1. A day that its era did not have (令和元年4月30日, 昭和64年1月8日) is none.
 */
final class WrittenDay {

    /** By name, first kanji (a spreadsheet's "gge") and letter. */
    private static final Map<String, JapaneseEra> ERAS = Map.ofEntries(
            Map.entry("\u660e\u6cbb", JapaneseEra.MEIJI),
            Map.entry("\u660e", JapaneseEra.MEIJI),
            Map.entry("m", JapaneseEra.MEIJI),
            Map.entry("\u5927\u6b63", JapaneseEra.TAISHO),
            Map.entry("\u5927", JapaneseEra.TAISHO),
            Map.entry("t", JapaneseEra.TAISHO),
            Map.entry("\u662d\u548c", JapaneseEra.SHOWA),
            Map.entry("\u662d", JapaneseEra.SHOWA),
            Map.entry("s", JapaneseEra.SHOWA),
            Map.entry("\u5e73\u6210", JapaneseEra.HEISEI),
            Map.entry("\u5e73", JapaneseEra.HEISEI),
            Map.entry("h", JapaneseEra.HEISEI),
            Map.entry("\u4ee4\u548c", JapaneseEra.REIWA),
            Map.entry("\u4ee4", JapaneseEra.REIWA),
            Map.entry("r", JapaneseEra.REIWA));

    private static final String ERA =
            "(?:\u660e\u6cbb?|\u5927\u6b63?|\u662d\u548c?|\u5e73\u6210?|\u4ee4\u548c?|[mtshr])";
    private static final String YEAR = "(?:(?<era>" + ERA + ")\\.?(?<of>\u5143|[0-9]{1,2})|(?<year>[1-9][0-9]{3}))";
    private static final String MONTH = "[-/.,\u30fb\u5e74](?<month>[0-9]{1,2})";

    private static final Pattern DAYS = Pattern.compile(YEAR + MONTH + "[-/.,\u30fb\u6708](?<day>[0-9]{1,2})\u65e5?");

    /** An era's letter and two digits each: R081225, R0811. */
    private static final Pattern SHORT = Pattern.compile("([mtshr])([0-9]{2})([0-9]{2})([0-9]{2})?");

    /** The same year twice, the second time in brackets: 1970年(昭和45年)3月1日, 令和8(2026)年12月25日. */
    private static final Pattern TWICE =
            Pattern.compile("(?<one>(?:" + ERA + "?(?:\u5143|[0-9]{1,4})))\u5e74?\\((?<two>" + ERA
                    + "?(?:\u5143|[0-9]{1,4}))\u5e74?\\)\u5e74?(?<rest>[0-9]{1,2}\u6708.*)");

    private static final String KANJI_DIGITS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";

    private static final Pattern KANJI_NUMBER = Pattern.compile(
            "[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}(?=[\u5e74\u6708\u65e5])");
    private static final Pattern MONTHS = Pattern.compile(YEAR + MONTH + "\u6708?");

    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private WrittenDay() {}

    static Optional<LocalDate> day(String written) {
        String plain = plain(written);
        Matcher twice = TWICE.matcher(plain);
        if (twice.matches()) {
            Optional<LocalDate> one = day(twice.group("one") + "\u5e74" + twice.group("rest"));
            return one.equals(day(twice.group("two") + "\u5e74" + twice.group("rest"))) ? one : Optional.empty();
        }
        try {
            if (plain.matches("[1-9][0-9]{7}")) {
                return Optional.of(LocalDate.parse(plain, DIGITS));
            }
            Matcher found = DAYS.matcher(plain);
            return found.matches() ? Optional.of(of(found, Integer.parseInt(found.group("day")))) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day is taken for its month. */
    static Optional<YearMonth> month(String written) {
        String plain = plain(written);
        try {
            if (plain.matches("[1-9][0-9]{5}")) {
                return Optional.of(
                        YearMonth.of(Integer.parseInt(plain.substring(0, 4)), Integer.parseInt(plain.substring(4))));
            }
            Matcher found = MONTHS.matcher(plain);
            return found.matches() ? Optional.of(month(found)) : day(written).map(YearMonth::from);
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    private static YearMonth month(Matcher found) {
        try {
            return YearMonth.from(of(found, 1));
        } catch (DateTimeException notYet) {
            // An era may begin within the month: 平成元年1月 has no first day.
            int month = Integer.parseInt(found.group("month"));
            return YearMonth.from(of(found, YearMonth.of(2000, month).lengthOfMonth() - (month == 2 ? 1 : 0)));
        }
    }

    private static LocalDate of(Matcher found, int day) {
        int month = Integer.parseInt(found.group("month"));
        if (found.group("era") == null) {
            return LocalDate.of(Integer.parseInt(found.group("year")), month, day);
        }
        String of = found.group("of");
        return LocalDate.from(JapaneseDate.of(
                ERAS.get(found.group("era")), of.equals("\u5143") ? 1 : Integer.parseInt(of), month, day));
    }

    /** One width, no spaces, one dash; without the day of the week, and without a time that is midnight. */
    private static String plain(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceFirst("(?:t|\\s+)(?:\u5348\u524d)?0?0:00(?::00(?:\\.0+)?)?(?:z|[-+][0-9]{2}:?[0-9]{2})?$", "")
                .replaceFirst("\\s+12:00(?::00)?\\s*am$", "")
                .replaceAll("[\\s\\p{Cf}]", "")
                .replaceAll("[\u2010-\u2015\u2212\u30fc]", "-")
                .replaceAll("[\u2044\u2215]", "/")
                .replaceFirst("^'", "")
                .replaceFirst("^\u897f\u66a6", "")
                .replaceFirst("(?<=\u65e5)\u4ed8$", "")
                .replaceFirst("(?<=\u6708)[\u5206\u5ea6]$", "")
                .replaceFirst(
                        "[(\\[\u3010\u3014](?:[\u6708\u706b\u6c34\u6728\u91d1\u571f\u65e5\u795d\u632f\u4f11\u30fb]+(?:\u66dc\u65e5|\u66dc)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[)\\]\u3011\u3015]$",
                        "")
                .replaceFirst("(?<=[0-9\u65e5])[\u6708\u706b\u6c34\u6728\u91d1\u571f\u65e5]\u66dc\u65e5?$", "")
                .replaceFirst("(?<=[-/.][0-9]{1,2}[-/.][0-9]{1,2})[\u6708\u706b\u6c34\u6728\u91d1\u571f\u65e5]$", "")
                .replaceFirst("(?<=[0-9])\\.$", "");
        Matcher letters = SHORT.matcher(plain);
        if (letters.matches()) {
            return letters.group(1) + letters.group(2) + "-" + letters.group(3)
                    + (letters.group(4) == null ? "" : "-" + letters.group(4));
        }
        return KANJI_NUMBER.matcher(plain).replaceAll(found -> String.valueOf(number(found.group())));
    }

    /** Of kanji, below a hundred. */
    private static int number(String kanji) {
        int ten = kanji.indexOf('\u5341');
        if (ten < 0) {
            return kanji.chars().map(KANJI_DIGITS::indexOf).reduce(0, (sum, each) -> 10 * sum + each);
        }
        int tens = ten == 0 ? 1 : KANJI_DIGITS.indexOf(kanji.charAt(0));
        return 10 * tens + (ten == kanji.length() - 1 ? 0 : KANJI_DIGITS.indexOf(kanji.charAt(ten + 1)));
    }
}
