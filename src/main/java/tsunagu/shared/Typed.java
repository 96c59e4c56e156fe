package tsunagu.shared;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person typed where a number or a day is asked for, in a form or in a table: the one reader of both. Full-width digits,
 * thousands separators, units and Japanese eras are fine.
 *
 * @param value null when nothing was typed or it cannot be read
 * @param unreadable something was typed, and it is no number or no day
 */
public record Typed<T>(T value, boolean unreadable) {

    private static final int LONGEST = 100;
    private static final int LONGEST_NUMBER = 9;
    private static final int LONGEST_YEN = 14;
    private static final int LONGEST_DECIMAL = 13;

    /** Not negative, at most nine digits; a unit may stand behind it ({@link WrittenAmount}). */
    public static Typed<Integer> wholeNumber(String typed) {
        return amount(typed, LONGEST_NUMBER, 0).map(BigDecimal::intValueExact);
    }

    /** Yen: not negative, without decimals, at most fourteen digits (the capital of the largest companies is some trillions). */
    public static Typed<Long> yen(String typed) {
        return amount(typed, LONGEST_YEN, 0).map(BigDecimal::longValueExact);
    }

    /** Not negative, at most thirteen digits (an indicator of the plan may be a trillion) and four decimals. */
    public static Typed<BigDecimal> decimal(String typed) {
        return amount(typed, LONGEST_DECIMAL, 4);
    }

    /** A day, also of a Japanese era ({@link WrittenDay}). */
    public static Typed<LocalDate> day(String typed) {
        return read(typed, WrittenDay::day);
    }

    /** A month, also of a Japanese era ({@link WrittenDay}); a browser's field for a month sends 2026-04. */
    public static Typed<YearMonth> month(String typed) {
        return read(typed, WrittenDay::month);
    }

    /** 8:30, 0830, in words with or without the half of the day, noon ({@link WrittenTime}). */
    public static Typed<LocalTime> time(String typed) {
        return read(typed, WrittenTime::time);
    }

    /** When something ends, counted from the beginning of its day: also 24:00, 25:30 and "the next day at 1:30" ({@link WrittenTime}). */
    public static Typed<Duration> end(String typed) {
        return read(typed, WrittenTime::end);
    }

    private static Typed<BigDecimal> amount(String typed, int digits, int decimals) {
        return read(typed, written -> WrittenAmount.of(written)
                .filter(each -> each.stripTrailingZeros().scale() <= decimals)
                .filter(each -> each.precision() - each.scale() <= digits)
                .map(each -> each.scale() <= decimals && each.scale() >= 0 ? each : each.setScale(decimals)));
    }

    private static <T> Typed<T> read(String typed, Function<String, Optional<T>> reader) {
        if (typed == null || typed.isBlank()) {
            return new Typed<>(null, false);
        }
        // Nothing that is a number or a day is longer.
        Optional<T> value = typed.length() > LONGEST ? Optional.empty() : reader.apply(typed);
        return new Typed<>(value.orElse(null), value.isEmpty());
    }

    private <S> Typed<S> map(Function<T, S> change) {
        return new Typed<>(value == null ? null : change.apply(value), unreadable);
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
}
