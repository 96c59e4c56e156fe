package tsunagu.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 開庁日: Monday to Friday, without 国民の祝日 (国民の祝日に関する法律, holidays.csv, 2024 to 2045) and the turn of the year
 * (December 29 to January 3, 行政機関の休日に関する法律 and the city's own rule).
 */
public final class WorkingDays {

    private static final Set<LocalDate> HOLIDAYS = ReferenceTable.read("/reference/holidays.csv").stream()
            .map(row -> LocalDate.parse(row.text("day")))
            .collect(Collectors.toUnmodifiableSet());

    private WorkingDays() {}

    public static boolean is(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean turnOfTheYear = day.getMonthValue() == 12 && day.getDayOfMonth() >= 29
                || day.getMonthValue() == 1 && day.getDayOfMonth() <= 3;
        return !weekend && !turnOfTheYear && !HOLIDAYS.contains(day);
    }

    /** @param days at least 1 @return the day on which so many working days have passed */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate result = day;
        for (int left = days; left > 0; ) {
            result = result.plusDays(1);
            if (is(result)) {
                left--;
            }
        }
        return result;
    }
}
