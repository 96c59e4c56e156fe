package tsunagu.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.company.CompanyProfile.Place;
import tsunagu.demonstration.DemonstrationCity.JobOffer;
import tsunagu.posting.Employment;
import tsunagu.posting.JobTerms;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.shared.Audience;
import tsunagu.shared.Feature;
import tsunagu.shared.ReferenceTable.Row;

/** Jobs as companies offer them. */
final class Jobs {

    private static final int MOST_AT_ONE_FIRM = 8;

    private static final Map<String, Employment> EMPLOYMENTS = Map.of(
            "R", Employment.REGULAR,
            "A", Employment.REGULAR,
            "Y", Employment.REGULAR,
            "C", Employment.CONTRACT,
            "P", Employment.PART_TIME,
            "D", Employment.DISPATCH);

    private final LocalDate today;
    private final Dice dice;
    private final Phrases phrases;
    private final TermSheet sheet;
    private final Windows windows;
    private final Map<String, JobKind> kinds = JobKind.all();
    private final Map<String, List<Row>> hours =
            Resources.rows("hours").collect(Collectors.groupingBy(row -> row.text("key")));
    private final Map<String, String> longTitles =
            Resources.rows("long-titles").collect(Collectors.toMap(row -> row.text("trade"), row -> row.text("title")));
    private int relocations;

    Jobs(LocalDate today, Dice dice, Phrases phrases) {
        this.today = today;
        this.dice = dice;
        this.phrases = phrases;
        sheet = new TermSheet(dice, phrases);
        windows = new Windows(today, dice);
    }

    /** How many jobs each company has, {@code total} together; some have none, larger ones more. */
    List<Integer> shared(List<DrawnFirm> firms, int total) {
        int[] counts = new int[firms.size()];
        List<Integer> tickets = new ArrayList<>();
        for (int firm = 0; firm < firms.size(); firm++) {
            int weight = dice.chance(0.07)
                    ? 0
                    : 2 + (int) Math.log(firms.get(firm).profile().employees());
            for (int i = 0; i < weight; i++) {
                tickets.add(firm);
            }
        }
        for (int left = total; left > 0; ) {
            int firm = dice.pick(tickets);
            int limit = Math.min(MOST_AT_ONE_FIRM, 1 + firms.get(firm).profile().employees() / 3);
            if (counts[firm] < limit) {
                counts[firm]++;
                left--;
            }
        }
        return IntStream.of(counts).boxed().toList();
    }

    List<JobOffer> drawn(DrawnFirm firm, int count) {
        List<JobOffer> offers = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        List<String> deck = new ArrayList<>();
        for (int tries = 0; offers.size() < count; tries++) {
            if (deck.isEmpty()) {
                deck.addAll(dice.shuffled(firm.trade().jobs()));
            }
            JobOffer offer = offer(firm, kinds.get(deck.remove(0)));
            if (titles.add(offer.terms().title()) || tries > 6 * count) {
                offers.add(offer);
            }
        }
        return offers;
    }

    /** What people at this company do, for sentences about it. */
    String someTitle(Trade trade) {
        String title = phrases.all("title." + dice.pick(trade.jobs())).get(0);
        return title.contains("{") ? phrases.all("day." + trade.day()).get(0) : title;
    }

    private JobOffer offer(DrawnFirm firm, JobKind kind) {
        String letter = dice.pick(kind.letters());
        Employment employment = EMPLOYMENTS.get(letter);
        WageUnit unit = unit(letter, kind);
        Row pattern = dice.pick(hours.get(pattern(kind, employment)));
        double dailyHours = pattern.decimal("hours").doubleValue();
        Integer daysOff = employment == Employment.PART_TIME ? null : daysOff(kind, dailyHours);
        Place place = dice.chance(0.75)
                ? firm.profile().places().get(0)
                : dice.pick(firm.profile().places());
        Wage wage = Wage.drawn(kind, unit, dailyHours, daysOff, dice);
        Windows.Window window = windows.drawn();
        TermSheet.Facts facts = new TermSheet.Facts(
                kind,
                employment,
                wage,
                pattern,
                daysOff,
                firm.profile().name(),
                firm.trade().sector(),
                slots(firm, place));
        JobTerms terms = terms(firm, facts, place, window);
        return dice.chance(0.085)
                        && unit == WageUnit.MONTH
                        && daysOff != null
                        && !window.opensOn().isAfter(today)
                ? improved(terms, facts)
                : new JobOffer(terms, null);
    }

    private JobTerms terms(DrawnFirm firm, TermSheet.Facts facts, Place place, Windows.Window window) {
        boolean relocation =
                facts.regular() && dice.chance(0.15) && !window.opensOn().isAfter(today);
        Wage wage = facts.wage();
        return consistent(new JobTerms(
                title(firm, facts),
                facts.kind().occupation(),
                facts.employment(),
                place.area(),
                wage.unit(),
                wage.min(),
                wage.max() == wage.min() ? null : wage.max(),
                facts.daysOff(),
                dice.chance(0.9) ? dice.pick(List.of(1, 1, 1, 2, 2, 3, 5)) : null,
                audiences(facts),
                features(firm),
                sheet.written(facts),
                dice.chance(0.35) ? "00000-" + dice.between(10_000_000, 99_999_999) : "",
                relocation ? "https://example.jp/iju/" + (101 + relocations++) : "",
                relocation ? window.asOf() : null,
                window.opensOn(),
                window.closesOn(),
                window.asOf()));
    }

    /** What the marks say, the words do not deny. No dice: everything else stays as it was drawn. */
    private JobTerms consistent(JobTerms job) {
        if (!Boolean.TRUE.equals(job.features().get(Feature.HOUSING_ALLOWANCE))) {
            return job;
        }
        Map<Term, String> words = new EnumMap<>(job.terms());
        words.computeIfPresent(
                Term.ALLOWANCES,
                (term, text) -> text.replace(
                        phrases.all("ALLOWANCES.none").get(0),
                        phrases.all("ALLOWANCES.housing").get(0)));
        return with(job, job.wageMin(), job.wageMax(), job.daysOff(), words);
    }

    private String title(DrawnFirm firm, TermSheet.Facts facts) {
        String extreme = facts.kind().key().equals("cnc")
                ? longTitles.remove(firm.trade().key())
                : null;
        return extreme != null ? extreme : phrases.deal("title." + facts.kind().key(), facts.slots());
    }

    /** The terms of today, and worse ones as the first edition. */
    private JobOffer improved(JobTerms first, TermSheet.Facts facts) {
        Map<Term, String> words = new EnumMap<>(first.terms());
        Wage raised = facts.wage().raised(1000 * dice.between(3, 12));
        Integer daysOff = Math.min(128, facts.daysOff() + dice.between(1, 4));
        words.remove(Term.FIXED_OVERTIME);
        Map<Term, String> before = new EnumMap<>(words);
        words.put(Term.WAGE, sheet.wage(raised, facts.dailyHours()));
        words.put(Term.HOLIDAYS, sheet.holidays(facts.kind(), daysOff));
        JobTerms now = with(first, raised.min(), raised.max(), daysOff, words);
        return new JobOffer(now, with(first, first.wageMin(), first.wageMax(), first.daysOff(), before));
    }

    private static JobTerms with(JobTerms job, int min, Integer max, Integer daysOff, Map<Term, String> words) {
        return new JobTerms(
                job.title(),
                job.occupation(),
                job.employment(),
                job.area(),
                job.wageUnit(),
                min,
                max,
                daysOff,
                job.openings(),
                job.audiences(),
                job.features(),
                words,
                job.helloWorkNumber(),
                job.relocationUrl(),
                job.relocationSince(),
                job.opensOn(),
                job.closesOn(),
                job.asOf());
    }

    private static WageUnit unit(String letter, JobKind kind) {
        return switch (letter) {
            case "P", "D" -> WageUnit.HOUR;
            case "A" -> WageUnit.DAY;
            case "Y" -> WageUnit.YEAR;
            default -> kind.monthLow() == 0 ? WageUnit.HOUR : WageUnit.MONTH;
        };
    }

    private String pattern(JobKind kind, Employment employment) {
        if (employment == Employment.PART_TIME) {
            return kind.hours().startsWith("part") || kind.hours().equals("childp") ? kind.hours() : "partday";
        }
        return kind.hours().startsWith("part") || kind.hours().equals("childp") ? "day8" : kind.hours();
    }

    /** Weekly hours stay within 40 on average: fewer days off need shorter days. */
    private Integer daysOff(JobKind kind, double dailyHours) {
        if (dice.chance(0.1)) {
            return null;
        }
        if (kind.holidays().equals("weekday")) {
            return dice.between(118, 127);
        }
        if (kind.holidays().equals("site")) {
            return dice.between(96, 110);
        }
        boolean eightInFourWeeks = Set.of("shift", "childcal").contains(kind.holidays());
        int least = dailyHours >= 8 || eightInFourWeeks ? 105 : dailyHours > 7.5 ? 98 : 96;
        return dice.between(least, kind.holidays().equals("calendar") ? 122 : 115);
    }

    private Set<Audience> audiences(TermSheet.Facts facts) {
        if (!facts.regular()) {
            return facts.employment() == Employment.CONTRACT && dice.chance(0.4)
                    ? EnumSet.of(Audience.GENERAL, Audience.UIJ_TURN)
                    : EnumSet.of(Audience.GENERAL);
        }
        return switch (facts.kind().audience()) {
            case "NEW" ->
                dice.pick(List.of(
                        EnumSet.allOf(Audience.class),
                        EnumSet.of(Audience.UNIVERSITY, Audience.KOSEN, Audience.JUNIOR_COLLEGE, Audience.GRADUATED),
                        EnumSet.of(Audience.KOSEN, Audience.UNIVERSITY, Audience.UIJ_TURN, Audience.GENERAL),
                        EnumSet.of(Audience.JUNIOR_COLLEGE, Audience.GRADUATED, Audience.GENERAL)));
            case "UIJ" -> EnumSet.of(Audience.UIJ_TURN, Audience.GENERAL);
            default ->
                dice.pick(List.of(
                        EnumSet.of(Audience.GENERAL, Audience.UIJ_TURN),
                        EnumSet.of(Audience.GENERAL, Audience.GRADUATED, Audience.UIJ_TURN),
                        EnumSet.allOf(Audience.class)));
        };
    }

    /** Mostly what the company states, sometimes a word more or less. */
    private Map<Feature, Boolean> features(DrawnFirm firm) {
        Map<Feature, Boolean> stated = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            Boolean company = firm.profile().features().get(feature);
            if (company != null && dice.chance(0.85)) {
                stated.put(feature, company);
            } else if (company == null && feature != Feature.REMOTE && dice.chance(0.12)) {
                stated.put(feature, dice.chance(0.6));
            }
        }
        return stated;
    }

    private Map<String, String> slots(DrawnFirm firm, Place place) {
        Map<String, String> slots = new LinkedHashMap<>(firm.slots());
        if (dice.chance(0.4)) {
            slots.put("p", firm.slots().get("p2"));
            slots.put("p2", firm.slots().get("p"));
        }
        slots.put("place", place.name());
        slots.put("address", place.address());
        slots.put("mail", "saiyo@" + firm.host());
        slots.put("april", "" + (today.getYear() + (today.getMonthValue() >= 4 ? 1 : 0)));
        return slots;
    }
}
