package tsunagu.shared;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * What a person typed where a number or a day is asked for: full-width digits, thousands separators and the yen sign are
 * fine.
 *
 * @param value null when nothing was typed or it cannot be read
 * @param unreadable something was typed, and it is no number or no day
 */
public record Typed<T>(T value, boolean unreadable) {

    private static final int LONGEST_NUMBER = 9;
    private static final int LONGEST_YEN = 14;
    private static final int LONGEST_DECIMAL = 13;

    /** Not negative, at most nine digits. */
    public static Typed<Integer> wholeNumber(String typed) {
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return new Typed<>(null, false);
        }
        boolean number = plain.matches("[0-9]{1," + LONGEST_NUMBER + "}");
        return new Typed<>(number ? Integer.valueOf(plain) : null, !number);
    }

    /** Yen: not negative, without decimals, at most fourteen digits (the capital of the largest companies is some trillions). */
    public static Typed<Long> yen(String typed) {
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return new Typed<>(null, false);
        }
        boolean number = plain.matches("[0-9]{1," + LONGEST_YEN + "}");
        return new Typed<>(number ? Long.valueOf(plain) : null, !number);
    }

    /** Not negative, at most thirteen digits (an indicator of the plan may be a trillion) and four decimals. */
    public static Typed<BigDecimal> decimal(String typed) {
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return new Typed<>(null, false);
        }
        boolean number = plain.matches("[0-9]{1," + LONGEST_DECIMAL + "}([.][0-9]{1,4})?");
        return new Typed<>(number ? new BigDecimal(plain) : null, !number);
    }

    /** 2026-04-01, 2026/4/1, 2026.4.1 */
    public static Typed<LocalDate> day(String typed) {
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return new Typed<>(null, false);
        }
        String[] parts = plain.split("[-/.]");
        if (parts.length != 3 || !String.join("", parts).matches("[0-9]{6,8}") || parts[0].length() != 4) {
            return new Typed<>(null, true);
        }
        try {
            return new Typed<>(
                    LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])), false);
        } catch (java.time.DateTimeException noSuchDay) {
            return new Typed<>(null, true);
        }
    }

    /** 2026-04, as a browser's field for a month sends it. */
    public static Typed<YearMonth> month(String typed) {
        String plain = plain(typed);
        if (plain.isEmpty()) {
            return new Typed<>(null, false);
        }
        boolean month = plain.matches("[0-9]{4}-(0[1-9]|1[0-2])");
        return new Typed<>(month ? YearMonth.parse(plain) : null, !month);
    }

    /**
     * What was chosen of a list of words.
     *
     * @param typed null when the form came without the field
     * @throws DomainException for none of them: no page of ours sends that
     */
    public static <E extends Enum<E>> E oneOf(Class<E> words, String typed) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new DomainException("web.error.value"));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .replaceAll("[,\\s\u00a5\u5186]", "");
    }
}
