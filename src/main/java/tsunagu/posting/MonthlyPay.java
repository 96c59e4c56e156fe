package tsunagu.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.shared.Words;

/**
 * Pay by the month, so that postings can be compared whatever it is paid for. A month's as it stands; a year's divided by twelve; a day's
 * times the days of work a month ((365 − 年間休日) ÷ 12); an hour's times those and the hours of a day. Days off and hours count only where
 * the posting states them: hours as a number (所定7.5時間) or as one span of the day less its break. What is not stated is not compared.
 */
final class MonthlyPay {

    private static final int DAYS = 365;
    private static final int MONTHS = 12;
    private static final int MINUTES = 60;

    private static final Pattern HOURS = Pattern.compile(Words.japanese("posting.conditions.hours"));
    private static final Pattern SPAN = Pattern.compile(Words.japanese("posting.conditions.span"));
    private static final Pattern BREAK = Pattern.compile(Words.japanese("posting.conditions.minutes"));

    private MonthlyPay() {}

    /** @return yen a month, rounded down; null where it cannot be told */
    static Integer of(JobTerms job) {
        return switch (job.wageUnit()) {
            case MONTH, YEAR -> job.wageUnit().monthly(job.wageMin());
            case DAY -> job.daysOff() == null ? null : monthly(BigDecimal.valueOf(job.wageMin()), job.daysOff());
            case HOUR ->
                job.daysOff() == null
                        ? null
                        : hoursADay(job)
                                .map(hours -> monthly(hours.multiply(BigDecimal.valueOf(job.wageMin())), job.daysOff()))
                                .orElse(null);
        };
    }

    private static int monthly(BigDecimal daily, int daysOff) {
        return daily.multiply(BigDecimal.valueOf(DAYS - daysOff))
                .divide(BigDecimal.valueOf(MONTHS), 0, RoundingMode.DOWN)
                .intValue();
    }

    /** Hours of work a day as stated. */
    static Optional<BigDecimal> hoursADay(JobTerms job) {
        String hours = job.terms().getOrDefault(Term.HOURS, "");
        Matcher number = HOURS.matcher(hours);
        if (number.find()) {
            return Optional.of(new BigDecimal(number.group(1)));
        }
        Matcher span = SPAN.matcher(hours);
        Matcher rest = BREAK.matcher(job.terms().getOrDefault(Term.BREAK, ""));
        if (!span.find() || !rest.find()) {
            return Optional.empty();
        }
        long minutes = ChronoUnit.MINUTES.between(time(span, 1), time(span, 3)) - Long.parseLong(rest.group(1));
        return minutes <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_UP));
    }

    private static LocalTime time(Matcher span, int group) {
        return LocalTime.of(
                Integer.parseInt(span.group(group)) % 24, Integer.parseInt(span.group(group + 1)) % MINUTES);
    }
}
