package tsunagu.posting.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tsunagu.posting.WageUnit;

/** Which floor an hour's pay has on a day, and what an hour of a posting is paid. */
public record MinimumWages(List<MinimumWage> rows) {

    private static final int DAYS_OF_A_YEAR = 365;
    private static final int MONTHS = 12;

    /** The highest one in force that certainly covers the industry; between autumn and winter that is the regional one. */
    public Optional<MinimumWage> floor(String industry, LocalDate day) {
        return highest(industry, day, row -> !row.partly());
    }

    /** The highest one in force that covers the industry only in part. */
    public Optional<MinimumWage> partialFloor(String industry, LocalDate day) {
        return highest(industry, day, MinimumWage::partly);
    }

    /**
     * What is unlikely about a new row, as text keys: mostly a mistyped year or digit. Lower than before or a sixth higher, a day that
     * is past or more than a year ahead.
     */
    public List<String> doubts(String name, int yen, LocalDate validFrom, LocalDate today) {
        List<String> doubts = new ArrayList<>();
        if (validFrom.isBefore(today)) {
            doubts.add("posting.wages.doubt.past");
        }
        if (validFrom.isAfter(today.plusYears(1))) {
            doubts.add("posting.wages.doubt.far");
        }
        rows.stream()
                .filter(each -> each.name().equals(name) && each.validFrom().isBefore(validFrom))
                .max(Comparator.comparing(MinimumWage::validFrom))
                .ifPresent(before -> {
                    if (yen < before.yen()) {
                        doubts.add("posting.wages.doubt.lower");
                    } else if (yen > before.yen() + before.yen() / 6) {
                        doubts.add("posting.wages.doubt.higher");
                    }
                });
        return doubts;
    }

    private Optional<MinimumWage> highest(String industry, LocalDate day, Predicate<MinimumWage> wanted) {
        Map<String, MinimumWage> inForce = new HashMap<>();
        rows.stream()
                .filter(wanted)
                .filter(row -> row.covers(industry) && !row.validFrom().isAfter(day))
                .forEach(row -> inForce.merge(
                        row.name(), row, (one, other) -> one.validFrom().isAfter(other.validFrom()) ? one : other));
        return inForce.values().stream().max(Comparator.comparingInt(MinimumWage::yen));
    }

    /**
     * Yen an hour: a month's pay times twelve by the year's scheduled hours (最低賃金法施行規則2条).
     *
     * @return null when hours or days are missing that the unit needs
     */
    public static BigDecimal hourly(WageUnit unit, Integer wage, BigDecimal dailyHours, Integer daysOff) {
        if (unit == null || wage == null) {
            return null;
        }
        if (unit == WageUnit.HOUR) {
            return BigDecimal.valueOf(wage);
        }
        if (dailyHours == null || dailyHours.signum() <= 0) {
            return null;
        }
        if (unit == WageUnit.DAY) {
            return divided(wage, dailyHours);
        }
        if (daysOff == null || daysOff >= DAYS_OF_A_YEAR) {
            return null;
        }
        BigDecimal yearlyHours = dailyHours.multiply(BigDecimal.valueOf(DAYS_OF_A_YEAR - daysOff));
        return divided(unit == WageUnit.MONTH ? (long) wage * MONTHS : wage, yearlyHours);
    }

    private static BigDecimal divided(long yen, BigDecimal hours) {
        return BigDecimal.valueOf(yen).divide(hours, 2, RoundingMode.HALF_UP);
    }
}
