package tsunagu.shared;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a number in a cell of a spreadsheet is, by the format it is shown in: a spreadsheet stores days, months, times and amounts all
 * as numbers. Formats are read as ECMA-376 (18.8.30, 18.8.31) describes them: what stands in quotes, behind a backslash or in brackets
 * is shown as it is and says nothing, nor does the word General ("G/標準" in Japanese).
 */
enum CellFormat {
    /** An amount, whatever unit is shown behind it. */
    AMOUNT,
    /** An amount of a hundred. */
    PERCENT,
    /** A number that is shown with its zeros and dashes: a postcode, a telephone number ("000-0000"). */
    MASK,
    DAY,
    MONTH,
    /** Of a day, "8:30". */
    TIME,
    /** Hours and minutes that may be more than a day, "[h]:mm". */
    DURATION,
    /** Day and time. */
    MOMENT;

    private static final String DAY_OF_ERA = "[$-411]ge.m.d";
    private static final String DAY_IN_WORDS = "yyyy\u5e74m\u6708d\u65e5";
    private static final String MONTH_IN_WORDS = "yyyy\u5e74m\u6708";
    private static final String BIRTHDAY = "m\u6708d\u65e5";

    /** Formats that a Japanese Excel knows by number only (ECMA-376, 18.8.30, table for ja-jp). */
    private static final Map<Integer, String> JAPANESE = Map.ofEntries(
            Map.entry(27, DAY_OF_ERA),
            Map.entry(28, DAY_IN_WORDS),
            Map.entry(29, DAY_IN_WORDS),
            Map.entry(30, "m/d/yy"),
            Map.entry(31, DAY_IN_WORDS),
            Map.entry(32, "h:mm"),
            Map.entry(33, "h:mm:ss"),
            Map.entry(34, MONTH_IN_WORDS),
            Map.entry(35, BIRTHDAY),
            Map.entry(36, DAY_OF_ERA),
            Map.entry(50, DAY_OF_ERA),
            Map.entry(51, DAY_IN_WORDS),
            Map.entry(52, MONTH_IN_WORDS),
            Map.entry(53, BIRTHDAY),
            Map.entry(54, DAY_IN_WORDS),
            Map.entry(55, MONTH_IN_WORDS),
            Map.entry(56, BIRTHDAY),
            Map.entry(57, DAY_OF_ERA),
            Map.entry(58, DAY_IN_WORDS));

    /** Sections by the number's length, as the Japanese postcode has them: [<=999]000;[<=9999]000-00;000-0000. */
    private static final Pattern MASK_SECTIONS = Pattern.compile("^\\[<=[0-9]+]00[0\\\\-]*;");

    private static final Pattern CONDITION = Pattern.compile("^\\[<=([0-9]{1,15})]");

    /** Digits that a spreadsheet keeps and shows; what stands behind them is how computers count. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final int SECONDS_OF_DAY = 86_400;

    /** 31 December 9999, the last day a spreadsheet knows. */
    private static final BigDecimal LAST = new BigDecimal("2958466");

    /**
     * @param id of the format, "14"; null where the cell has none
     * @param code as it is written in the file; null for one that is known by its number
     */
    static CellFormat of(String id, String code) {
        if (code != null) {
            return read(code);
        }
        if (id == null || !id.matches("[0-9]{1,4}")) {
            return AMOUNT;
        }
        int number = Integer.parseInt(id);
        String known = JAPANESE.containsKey(number)
                ? JAPANESE.get(number)
                : number < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX
                        ? BuiltinFormats.getBuiltinFormat(number)
                        : null;
        return known == null ? AMOUNT : read(known);
    }

    private static CellFormat read(String code) {
        boolean elapsed = code.matches("(?is).*\\[(h+|m+|s+)].*");
        String plain = code
                // An apostrophe-free reading: quoted words, single signs behind a backslash, spacing and filling signs.
                .replaceAll("\"[^\"]*\"?", "")
                .replaceAll("\\\\(?=[-() ])", "")
                .replaceAll("(?s)\\\\.|_.|\\*.", "")
                .replaceAll("\\[[^]]*]?", "")
                .replaceAll("(?i)General|G/\u6a19\u6e96", "")
                // Negative numbers, zero and texts have sections of their own.
                .replaceAll("(?s);.*", "")
                .replaceAll("(?i)AM/PM|A/P|\u5348\u524d/\u5348\u5f8c", "h");
        if (elapsed) {
            return DURATION;
        }
        // Hundredths of seconds are the only digits that belong to a time.
        String letters = plain.replaceAll("(?i)(s)\\.0+", "$1").toLowerCase(Locale.ROOT);
        if (letters.contains("%")) {
            return PERCENT;
        }
        if (letters.matches("[0() -]*00[0() -]*") || MASK_SECTIONS.matcher(code).find()) {
            return MASK;
        }
        if (letters.matches("(?s).*[0#?].*")) {
            return AMOUNT;
        }
        boolean year = letters.matches("(?s).*[yeg].*");
        boolean day = letters.contains("d");
        boolean hour = letters.contains("h") || letters.contains("s");
        boolean month = letters.contains("m") && (!hour || year || day);
        if (!day && !month && !year) {
            return hour ? TIME : AMOUNT;
        }
        if (hour) {
            return MOMENT;
        }
        return !day && month ? MONTH : DAY;
    }

    /**
     * As a person would have typed it: 12, 54.5%, 021-0053, 2026-12-25, 2026-11, 8:30, 25:30, 2026-12-25 8:30.
     *
     * @param code of the format, where the file has one
     */
    static String written(String id, String code, BigDecimal number, boolean since1904) {
        CellFormat format = of(id, code);
        BigDecimal shown = number.scale() > 0 ? number.round(SHOWN) : number;
        if (format == MASK && shown.signum() >= 0 && shown.stripTrailingZeros().scale() <= 0) {
            return masked(shown.toBigInteger().toString(), section(code, shown));
        }
        return format.written(shown, since1904);
    }

    /** The section whose condition ("[<=999]") holds, or the first one without. */
    private static String section(String code, BigDecimal number) {
        for (String section : code.split(";")) {
            Matcher condition = CONDITION.matcher(section);
            if (!condition.find() || number.compareTo(new BigDecimal(condition.group(1))) <= 0) {
                return condition.replaceFirst("");
            }
        }
        return code;
    }

    /** Digits from the right, one for each zero of the mask; those that are left stand before it. */
    private static String masked(String digits, String mask) {
        StringBuilder written = new StringBuilder();
        int next = digits.length() - 1;
        for (int i = mask.length() - 1; i >= 0; i--) {
            char sign = mask.charAt(i);
            if (sign == '0') {
                written.append(next >= 0 ? digits.charAt(next--) : '0');
            } else if (sign != '\\' && sign != '"') {
                written.append(sign);
            }
        }
        return digits.substring(0, next + 1) + written.reverse();
    }

    private String written(BigDecimal number, boolean since1904) {
        if (this == PERCENT) {
            return number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        // What lies outside of the calendar is an amount, whatever it is formatted as.
        if (this == AMOUNT || this == MASK || number.signum() < 0 || number.compareTo(LAST) >= 0) {
            return number.stripTrailingZeros().toPlainString();
        }
        boolean beforeTheFirst = !since1904 && number.compareTo(BigDecimal.ONE) < 0;
        if (beforeTheFirst && number.signum() == 0 && this != TIME && this != DURATION) {
            // An empty cell that another one points to: Excel shows 1900/1/0, which is no day.
            return "";
        }
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (this == DURATION || (this == TIME || this == MOMENT && beforeTheFirst) && seconds < SECONDS_OF_DAY) {
            return clock(seconds);
        }
        LocalDateTime at = DateUtil.getLocalDateTime(number.doubleValue(), since1904, true);
        return switch (this) {
            case MONTH -> YearMonth.from(at).toString();
            case TIME -> clock(at.toLocalTime().toSecondOfDay());
            case MOMENT ->
                at.toLocalDate()
                        + (seconds % SECONDS_OF_DAY == 0
                                ? ""
                                : " " + clock(at.toLocalTime().toSecondOfDay()));
            default -> at.toLocalDate().toString();
        };
    }

    private static String clock(long seconds) {
        String minutes = String.format("%d:%02d", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + String.format(":%02d", seconds % 60);
    }
}
