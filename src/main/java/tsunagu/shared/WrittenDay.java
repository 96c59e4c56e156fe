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

    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "\u660e\u6cbb", JapaneseEra.MEIJI, "m", JapaneseEra.MEIJI,
            "\u5927\u6b63", JapaneseEra.TAISHO, "t", JapaneseEra.TAISHO,
            "\u662d\u548c", JapaneseEra.SHOWA, "s", JapaneseEra.SHOWA,
            "\u5e73\u6210", JapaneseEra.HEISEI, "h", JapaneseEra.HEISEI,
            "\u4ee4\u548c", JapaneseEra.REIWA, "r", JapaneseEra.REIWA);

    private static final String YEAR = "(?:(?<era>" + String.join("|", ERAS.keySet()) + ")\\.?(?<of>\u5143|[0-9]{1,2})|(?<year>[0-9]{4}))";
    private static final String MONTH = "[-/.\u5e74](?<month>[0-9]{1,2})";

    private static final Pattern DAYS = Pattern.compile(YEAR + MONTH + "[-/.\u6708](?<day>[0-9]{1,2})\u65e5?");
    private static final Pattern MONTHS = Pattern.compile(YEAR + MONTH + "\u6708?");

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private WrittenDay() {}

    static Optional<LocalDate> day(String written) {
        String plain = plain(written);
        try {
            if (plain.matches("[0-9]{8}")) {
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
            if (plain.matches("[0-9]{6}")) {
                return Optional.of(YearMonth.of(Integer.parseInt(plain.substring(0, 4)), Integer.parseInt(plain.substring(4))));
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
        return LocalDate.from(JapaneseDate.of(ERAS.get(found.group("era")), of.equals("\u5143") ? 1 : Integer.parseInt(of), month, day));
    }

    /** One width, no spaces, one dash; without the day of the week, and without a time that is midnight. */
    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[T\\s]+0{1,2}:00(:00(\\.0+)?)?$", "")
                .replaceAll("t00:00(:00)?$", "")
                .replaceAll("[\\s\\p{Cf}]", "")
                .replaceAll("[\u2010-\u2015\u2212\u30fc]", "-")
                .replaceAll("\\([\u6708\u706b\u6c34\u6728\u91d1\u571f\u65e5\u795d\u30fb]+(\u66dc\u65e5|\u66dc)?\\)$", "");
    }
}
