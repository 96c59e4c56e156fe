package tsunagu.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyProfile.YouthFact;
import tsunagu.company.YouthItem;
import tsunagu.shared.FiscalYear;

/** Youth employment facts of the three last fiscal years; some companies state few of them. */
final class YouthFacts {

    private static final int YEARS = 3;
    private static final double FULL = 0.83;

    private final int lastYear;
    private final Dice dice;
    private final Phrases phrases;

    YouthFacts(LocalDate today, Dice dice, Phrases phrases) {
        lastYear = FiscalYear.of(today).year() - 1;
        this.dice = dice;
        this.phrases = phrases;
    }

    List<YouthFact> drawn(int employees, boolean sole) {
        List<YouthFact> facts = new ArrayList<>();
        boolean full = !sole && dice.chance(FULL);
        if (full) {
            recruitment(facts, employees);
        }
        for (YouthItem item : YouthItem.values()) {
            if (dice.chance(full ? 0.88 : 0.22) && facts.stream().noneMatch(fact -> fact.item() == item)) {
                detail(facts, item, employees);
            }
        }
        return facts;
    }

    private void recruitment(List<YouthFact> facts, int employees) {
        for (int year = lastYear - YEARS + 1; year <= lastYear; year++) {
            int hired = dice.between(0, Math.max(1, Math.min(12, employees / 14)));
            int left = dice.chance(0.35) ? dice.between(0, (hired + 1) / 2) : 0;
            int women = dice.between(0, hired);
            number(facts, YouthItem.NEW_GRADUATES_HIRED, year, hired);
            number(facts, YouthItem.NEW_GRADUATES_LEFT, year, Math.min(left, hired));
            number(facts, YouthItem.MEN_HIRED, year, hired - women);
            number(facts, YouthItem.WOMEN_HIRED, year, women);
        }
    }

    private void detail(List<YouthFact> facts, YouthItem item, int employees) {
        switch (item) {
            case AVERAGE_TENURE -> tenths(facts, item, 42, 189);
            case AVERAGE_AGE -> tenths(facts, item, 345, 488);
            case OVERTIME -> tenths(facts, item, 12, 224);
            case PAID_LEAVE -> tenths(facts, item, 72, 158);
            case WOMEN_IN_MANAGEMENT -> tenths(facts, item, 0, 520);
            case TRAINING -> words(facts, item, "training", employees);
            case SELF_DEVELOPMENT -> words(facts, item, "selfdev", employees);
            case MENTOR -> words(facts, item, "mentor", employees);
            case CAREER_CONSULTING -> words(facts, item, "career", employees);
            case INTERNAL_TESTS -> words(facts, item, "tests", employees);
            case PARENTAL_LEAVE_MEN, PARENTAL_LEAVE_WOMEN -> words(facts, item, "parental", employees);
            case NEW_GRADUATES_HIRED, NEW_GRADUATES_LEFT, MEN_HIRED, WOMEN_HIRED -> {}
        }
    }

    private void number(List<YouthFact> facts, YouthItem item, int year, int amount) {
        facts.add(new YouthFact(item, year, BigDecimal.valueOf(amount), ""));
    }

    private void tenths(List<YouthFact> facts, YouthItem item, int low, int high) {
        facts.add(new YouthFact(item, lastYear, BigDecimal.valueOf(dice.between(low, high), 1), ""));
    }

    private void words(List<YouthFact> facts, YouthItem item, String key, int employees) {
        int entitled = dice.between(1, Math.max(1, Math.min(9, employees / 15)));
        int took = item == YouthItem.PARENTAL_LEAVE_WOMEN ? entitled : dice.between((entitled + 1) / 2, entitled);
        String words = phrases.deal(key, Map.of("a", "" + entitled, "b", "" + took));
        facts.add(new YouthFact(item, lastYear, null, words));
    }
}
