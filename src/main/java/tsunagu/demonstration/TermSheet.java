package tsunagu.demonstration;

import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tsunagu.posting.Employment;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.shared.ReferenceTable.Row;

/** The conditions of one job in words. */
final class TermSheet {

    private static final Set<String> STRICT_SMOKING = Set.of("care", "learn");
    private static final Set<String> OUTSIDE = Set.of("build", "move");
    private static final Set<String> NIGHT = Set.of("shift2", "shift3", "nurse", "shiftcare");
    private static final double OVERTIME_FACTOR = 1.25;

    /** @param slots of the company and the place */
    record Facts(
            JobKind kind,
            Employment employment,
            Wage wage,
            Row hours,
            Integer daysOff,
            String employer,
            String sector,
            Map<String, String> slots) {

        boolean regular() {
            return employment == Employment.REGULAR;
        }

        boolean shortTime() {
            return employment == Employment.PART_TIME;
        }

        double dailyHours() {
            return hours.decimal("hours").doubleValue();
        }
    }

    private final Dice dice;
    private final Phrases phrases;

    TermSheet(Dice dice, Phrases phrases) {
        this.dice = dice;
        this.phrases = phrases;
    }

    Map<Term, String> written(Facts facts) {
        Map<Term, String> terms = new EnumMap<>(Term.class);
        Map<String, String> slots = slots(facts);
        contract(terms, facts, slots);
        place(terms, facts, slots);
        time(terms, facts, slots);
        pay(terms, facts, slots);
        application(terms, facts, slots);
        return terms;
    }

    String wage(Wage wage, double dailyHours) {
        return phrases.deal("WAGE." + wage.unit(), wageSlots(wage, dailyHours));
    }

    String holidays(JobKind kind, Integer daysOff) {
        String stated = daysOff == null ? "" : phrases.deal("daysOff", Map.of("days", "" + daysOff));
        return phrases.deal("HOLIDAYS." + kind.holidays(), Map.of("daysOff", stated));
    }

    private void contract(Map<Term, String> terms, Facts facts, Map<String, String> slots) {
        boolean fixed = facts.employment() == Employment.CONTRACT
                || facts.employment() == Employment.DISPATCH
                || facts.shortTime() && dice.chance(0.7);
        terms.put(Term.DUTIES, phrases.deal("duties." + facts.kind().key(), slots));
        terms.put(Term.DUTIES_CHANGE, phrases.deal(fixed ? "DUTIES_CHANGE.fixed" : "DUTIES_CHANGE"));
        terms.put(Term.PERIOD, phrases.deal(fixed ? "PERIOD.fixed" : "PERIOD.open", slots));
        if (fixed) {
            terms.put(Term.RENEWAL, phrases.deal("RENEWAL"));
        }
        terms.put(Term.TRIAL, phrases.deal(facts.regular() ? "TRIAL" : "TRIAL.part"));
        terms.put(Term.RETIREMENT, phrases.deal("RETIREMENT"));
        boolean retires = facts.regular() && dice.chance(0.25);
        if (retires) {
            terms.put(Term.RETIREMENT, phrases.deal("RETIREMENT.sixty"));
        }
        terms.put(Term.AGE, phrases.deal(age(facts, retires)));
        terms.put(
                Term.DISPATCH,
                phrases.deal(facts.employment() == Employment.DISPATCH ? "DISPATCH.agency" : "DISPATCH.direct"));
    }

    private String age(Facts facts, boolean retires) {
        String key = facts.kind().key();
        if (key.equals("guard") || key.equals("brewer")) {
            return "AGE." + key;
        }
        if (NIGHT.contains(facts.kind().hours()) && !facts.shortTime()) {
            return "AGE.night";
        }
        return retires ? "AGE.retire" : "AGE";
    }

    private void place(Map<Term, String> terms, Facts facts, Map<String, String> slots) {
        String key = facts.employment() == Employment.DISPATCH
                ? "PLACE.dispatch"
                : facts.sector().equals("build") ? "PLACE.site" : "PLACE";
        terms.put(Term.PLACE, phrases.deal(key, slots));
        terms.put(Term.PLACE_CHANGE, phrases.deal("PLACE_CHANGE"));
        String smoking = STRICT_SMOKING.contains(facts.sector())
                ? "SMOKING.strict"
                : OUTSIDE.contains(facts.sector()) && dice.chance(0.5) ? "SMOKING.site" : "SMOKING";
        terms.put(Term.SMOKING, phrases.deal(smoking));
    }

    private void time(Map<Term, String> terms, Facts facts, Map<String, String> slots) {
        terms.put(Term.HOURS, facts.hours().text("text"));
        terms.put(Term.BREAK, facts.hours().text("break"));
        terms.put(Term.OVERTIME, phrases.deal(facts.shortTime() ? "OVERTIME.none" : "OVERTIME", slots));
        terms.put(
                Term.HOLIDAYS,
                facts.shortTime() ? phrases.deal("HOLIDAYS.part") : holidays(facts.kind(), facts.daysOff()));
    }

    private void pay(Map<Term, String> terms, Facts facts, Map<String, String> slots) {
        boolean hourly = facts.shortTime() || facts.employment() == Employment.DISPATCH;
        terms.put(Term.WAGE, wage(facts.wage(), facts.dailyHours()));
        terms.put(Term.ALLOWANCES, phrases.deal(hourly ? "ALLOWANCES.part" : "ALLOWANCES", slots));
        terms.put(Term.RAISE_BONUS, phrases.deal(hourly ? "RAISE_BONUS.part" : "RAISE_BONUS", slots));
        terms.put(Term.INSURANCE, phrases.deal(facts.shortTime() ? "INSURANCE.part" : "INSURANCE.full"));
        boolean salaried = facts.wage().unit() == WageUnit.MONTH;
        if (facts.regular() && salaried && !facts.kind().audience().equals("GEN") && dice.chance(0.2)) {
            terms.put(Term.FIXED_OVERTIME, phrases.deal("FIXED_OVERTIME", fixedOvertime(facts)));
        }
    }

    private Map<String, String> fixedOvertime(Facts facts) {
        int hours = dice.pick(List.of(10, 15, 20, 25));
        double share = OVERTIME_FACTOR * hours / Wage.monthlyHours(facts.dailyHours(), facts.daysOff());
        Map<String, String> slots = new LinkedHashMap<>(wageSlots(facts.wage(), facts.dailyHours()));
        slots.put("h", "" + hours);
        slots.put("amount", yen(Wage.roundedUp(facts.wage().min() * share, 100)));
        slots.put("amount2", yen(Wage.roundedUp(facts.wage().max() * share, 100)));
        return slots;
    }

    private void application(Map<Term, String> terms, Facts facts, Map<String, String> slots) {
        terms.put(Term.EMPLOYER, facts.employer());
        terms.put(Term.QUALIFICATIONS, phrases.deal("needs." + facts.kind().key()));
        terms.put(Term.SELECTION, phrases.deal("SELECTION"));
        terms.put(Term.CONTACT, phrases.deal("CONTACT", slots));
    }

    private Map<String, String> slots(Facts facts) {
        Map<String, String> slots = new LinkedHashMap<>(facts.slots());
        int overtime = dice.between(3, 18);
        slots.put("h", "" + overtime);
        slots.put("h2", "" + (overtime + dice.between(5, 15)));
        slots.put("commute", yen(1000 * dice.between(10, 30)));
        slots.put("b", dice.between(1, 4) + "." + dice.between(0, 9));
        slots.put("phone", String.format(Locale.ROOT, "0191-00-%04d", dice.between(1, 9999)));
        return slots;
    }

    private static Map<String, String> wageSlots(Wage wage, double dailyHours) {
        String hours = dailyHours == Math.rint(dailyHours) ? "" + (int) dailyHours : "" + dailyHours;
        return Map.of("min", yen(wage.min()), "max", yen(wage.max()), "hours", hours);
    }

    private static String yen(int amount) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(amount);
    }
}
