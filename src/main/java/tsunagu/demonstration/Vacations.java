package tsunagu.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When students have time, seen from one day. */
final class Vacations {

    private static final int LEAD = 14;

    /** @param first and last day at the company; applications from {@code opensOn} to {@code closesOn} */
    record Stay(LocalDate first, LocalDate last, LocalDate opensOn, LocalDate closesOn) {}

    private record Vacation(LocalDate first, LocalDate last) {}

    private final LocalDate today;
    private final Dice dice;

    Vacations(LocalDate today, Dice dice) {
        this.today = today;
        this.dice = dice;
    }

    Stay anyTime(int days, boolean closed) {
        LocalDate first = closed ? today.minusDays(dice.between(-6, 60)) : today.plusDays(dice.between(LEAD, 120));
        return stay(weekday(first), days, closed);
    }

    /** Wholly inside a long vacation. */
    Stay inVacation(int days, boolean closed) {
        int length = days > 5 ? days + 2 * (days / 5) : days;
        List<LocalDate> mondays = new ArrayList<>();
        for (Vacation vacation : vacations()) {
            for (LocalDate day = vacation.first();
                    !day.plusDays(length - 1L).isAfter(vacation.last());
                    day = day.plusDays(1)) {
                boolean right = closed
                        ? day.isBefore(today) && day.isAfter(today.minusDays(240))
                        : day.isAfter(today.plusDays(LEAD)) && day.isBefore(today.plusDays(300));
                if (right && day.getDayOfWeek() == DayOfWeek.MONDAY && !newYear(day, length)) {
                    mondays.add(day);
                }
            }
        }
        return stay(dice.pick(mondays), length, closed);
    }

    private static boolean newYear(LocalDate day, int length) {
        LocalDate last = day.plusDays(length - 1L);
        return last.getMonthValue() == 12 && last.getDayOfMonth() > 28
                || day.getMonthValue() == 12 && last.getMonthValue() == 1
                || day.getMonthValue() == 1 && day.getDayOfMonth() < 4;
    }

    private Stay stay(LocalDate first, int length, boolean closed) {
        LocalDate last = first.plusDays(length - 1L);
        LocalDate closes = first.minusDays(dice.between(closed ? 8 : 3, 10));
        LocalDate opens = closes.minusDays(dice.between(30, 80));
        if (!closed && opens.isAfter(today) && dice.chance(0.85)) {
            opens = today.minusDays(dice.between(0, 30));
        }
        return new Stay(first, last, opens, closes);
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private List<Vacation> vacations() {
        List<Vacation> vacations = new ArrayList<>();
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            vacations.add(new Vacation(LocalDate.of(year, 2, 10), LocalDate.of(year, 3, 31)));
            vacations.add(new Vacation(LocalDate.of(year, 8, 1), LocalDate.of(year, 9, 30)));
            vacations.add(new Vacation(LocalDate.of(year, 12, 20), LocalDate.of(year + 1, 1, 10)));
        }
        return vacations;
    }
}
