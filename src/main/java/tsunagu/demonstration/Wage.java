package tsunagu.demonstration;

import tsunagu.posting.WageUnit;

/** Pay in yen, without any fixed overtime pay; never below the minimum wage of the prefecture. */
record Wage(WageUnit unit, int min, int max) {

    static final int MINIMUM_HOURLY = 1031;

    private static final double FULL_DAY = 8;
    private static final int DAYS_WHEN_UNSTATED = 105;

    static Wage drawn(JobKind kind, WageUnit unit, double dailyHours, Integer daysOff, Dice dice) {
        return switch (unit) {
            case HOUR -> hourly(kind, dice);
            case DAY -> daily(dailyHours, dice);
            case MONTH -> monthly(kind, dailyHours, daysOff, dice);
            case YEAR -> yearly(kind, dice);
        };
    }

    Wage raised(int yen) {
        return new Wage(unit, min + yen, max + yen);
    }

    /** Average hours a month. */
    static double monthlyHours(double dailyHours, Integer daysOff) {
        return (365 - (daysOff == null ? DAYS_WHEN_UNSTATED : daysOff)) * dailyHours / 12;
    }

    private static Wage hourly(JobKind kind, Dice dice) {
        int low = kind.hourLow() > 0 ? kind.hourLow() : 1080;
        int high = kind.hourHigh() > 0 ? kind.hourHigh() : 1250;
        int min = Math.max(MINIMUM_HOURLY, low + 5 * dice.between(0, (high - low) / 15));
        return new Wage(WageUnit.HOUR, min, Math.max(min, high - 5 * dice.between(0, (high - min) / 15)));
    }

    private static Wage daily(double hours, Dice dice) {
        int min = roundedUp(MINIMUM_HOURLY * Math.max(hours, FULL_DAY), 100) + 100 * dice.between(3, 18);
        return new Wage(WageUnit.DAY, min, min + 500 * dice.between(1, 8));
    }

    private static Wage monthly(JobKind kind, double hours, Integer daysOff, Dice dice) {
        int spread = kind.monthHigh() - kind.monthLow();
        int floor = roundedUp(MINIMUM_HOURLY * 1.005 * monthlyHours(hours, daysOff), 1000);
        int min = Math.max(floor, 1000 * (kind.monthLow() + dice.between(0, Math.max(1, spread / 5))));
        int max = 1000 * (kind.monthHigh() - dice.between(0, Math.max(1, spread / 4)));
        return new Wage(WageUnit.MONTH, min, Math.max(min + 5000, max));
    }

    private static Wage yearly(JobKind kind, Dice dice) {
        int min = roundedUp(kind.monthLow() * 14_000.0, 100_000) + 100_000 * dice.between(0, 4);
        return new Wage(WageUnit.YEAR, min, min + 100_000 * dice.between(8, 22));
    }

    static int roundedUp(double yen, int step) {
        return (int) Math.ceil(yen / step) * step;
    }
}
