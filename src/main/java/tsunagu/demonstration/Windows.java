package tsunagu.demonstration;

import java.time.LocalDate;

/** When postings are open, seen from one day. */
final class Windows {

    /** @param asOf the day the information is of */
    record Window(LocalDate opensOn, LocalDate closesOn, LocalDate asOf) {}

    private final LocalDate today;
    private final Dice dice;
    private int count;

    Windows(LocalDate today, Dice dice) {
        this.today = today;
        this.dice = dice;
    }

    /** Mostly open now; about a tenth over, some on their last day, some still to come. */
    Window drawn() {
        int turn = count++ % 100;
        if (turn % 10 == 7) {
            LocalDate opens = today.minusDays(dice.between(40, 118));
            LocalDate closes = today.minusDays(dice.between(1, 30));
            return new Window(opens, closes, between(opens, closes));
        }
        if (turn % 33 == 16) {
            LocalDate opens = today.plusDays(dice.between(2, 30));
            return new Window(opens, opens.plusDays(dice.between(30, 100)), today);
        }
        LocalDate opens = today.minusDays(dice.between(0, 118));
        LocalDate closes = turn == 42 ? today : today.plusDays(dice.between(5, 150));
        return new Window(opens, closes, between(opens, today));
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(dice.between(0, (int) (last.toEpochDay() - first.toEpochDay())));
    }
}
