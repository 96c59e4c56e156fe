package tsunagu.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * 年度: a Japanese fiscal year, 1 April to 31 March, named by the calendar year it begins in (R5 is 2023).
 *
 * @param year Western year of its 1 April; the plan's years lie between 2019 (令和元年度) and 2099
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    /** The zone in which the municipality's days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final int REIWA_BASE = 2018;

    public FiscalYear {
        if (year < 2019 || year > 2099) {
            throw new DomainException("web.error.fiscalYear", year);
        }
    }

    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1);
    }

    public static FiscalYear current(Clock clock) {
        return of(LocalDate.now(clock.withZone(ZONE)));
    }

    /** @param code the papers' short form, "R5" */
    public static FiscalYear parse(String code) {
        if (code == null || !code.matches("R[0-9]{1,2}")) {
            throw new DomainException("web.error.fiscalYear", code == null ? "" : code);
        }
        return new FiscalYear(REIWA_BASE + Integer.parseInt(code.substring(1)));
    }

    /** @throws NotFoundException for what is no year: it stands in an address */
    public static FiscalYear named(String code) {
        try {
            return parse(code);
        } catch (DomainException noSuchYear) {
            throw new NotFoundException("fiscal year");
        }
    }

    /** The year that is looked back upon: the last full one until the end of September, then the running one. */
    public static FiscalYear underReview(LocalDate today) {
        FiscalYear running = of(today);
        boolean firstHalf = today.getMonthValue() >= 4 && today.getMonthValue() <= 9;
        return firstHalf ? running.previous() : running;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 4, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year + 1, 3, 31);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
    }

    /** Year of the era 令和, 1 for 元年. */
    public int reiwa() {
        return year - REIWA_BASE;
    }

    /** The papers' short form, "R5". */
    public String code() {
        return "R" + reiwa();
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    public FiscalYear previous() {
        return new FiscalYear(year - 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return code();
    }
}
