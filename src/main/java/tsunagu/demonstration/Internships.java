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
import tsunagu.company.CompanyProfile.Place;
import tsunagu.internship.Disclosure;
import tsunagu.internship.InternshipPlan;
import tsunagu.internship.InternshipType;
import tsunagu.shared.Audience;

/** What companies offer students. */
final class Internships {

    private static final Set<String> RESEARCH =
            Set.of("electronics", "machine", "software", "auto", "medical", "ceramic");
    private static final double CLOSED = 0.15;

    private final LocalDate today;
    private final Dice dice;
    private final Phrases phrases;
    private final Jobs jobs;
    private final Vacations vacations;

    Internships(LocalDate today, Dice dice, Phrases phrases, Jobs jobs) {
        this.today = today;
        this.dice = dice;
        this.phrases = phrases;
        this.jobs = jobs;
        vacations = new Vacations(today, dice);
    }

    /** The plans of each company, {@code total} together. */
    List<List<InternshipPlan>> drawn(List<DrawnFirm> firms, int total) {
        List<List<InternshipPlan>> plans = new ArrayList<>();
        firms.forEach(firm -> plans.add(new ArrayList<>()));
        Set<String> titles = new HashSet<>();
        for (int made = 0; made < total; ) {
            InternshipType type = type(made, total);
            int firm = dice.between(0, firms.size() - 1);
            if (suits(firms.get(firm), type) && plans.get(firm).size() < 3) {
                InternshipPlan plan = plan(firms.get(firm), type);
                if (titles.add(firm + plan.title())) {
                    plans.get(firm).add(plan);
                    made++;
                }
            }
        }
        return plans;
    }

    private static InternshipType type(int made, int total) {
        double share = (double) made / total;
        return share < 0.42
                ? InternshipType.OPEN_COMPANY
                : share < 0.64
                        ? InternshipType.CAREER_EDUCATION
                        : share < 0.92 ? InternshipType.GENERAL_OR_SPECIAL : InternshipType.ADVANCED;
    }

    private static boolean suits(DrawnFirm firm, InternshipType type) {
        boolean large = firm.profile().employees() >= (type == InternshipType.OPEN_COMPANY ? 5 : 10);
        return large
                && (type != InternshipType.ADVANCED
                        || RESEARCH.contains(firm.trade().key()));
    }

    private InternshipPlan plan(DrawnFirm firm, InternshipType type) {
        int days =
                switch (type) {
                    case OPEN_COMPANY -> 1;
                    case CAREER_EDUCATION -> dice.between(1, 3);
                    case GENERAL_OR_SPECIAL -> dice.pick(List.of(5, 5, 5, 6, 8, 10));
                    case ADVANCED -> dice.pick(List.of(40, 45, 60));
                };
        int workplace =
                switch (type) {
                    case OPEN_COMPANY -> dice.between(0, 1);
                    case CAREER_EDUCATION -> dice.between(0, days);
                    default -> days - dice.between(0, (days - 1) / 2 - 1);
                };
        Vacations.Stay stay = stay(type, days);
        boolean online = type == InternshipType.OPEN_COMPANY && dice.chance(0.2);
        workplace = online ? 0 : workplace;
        boolean used = type == InternshipType.GENERAL_OR_SPECIAL && dice.chance(0.55);
        Place place = dice.pick(firm.profile().places());
        int capacity = type == InternshipType.OPEN_COMPANY ? dice.between(5, 30) : dice.between(1, 6);
        Map<String, String> slots = slots(firm, type, days, workplace, stay, place, capacity);
        return new InternshipPlan(
                type,
                title(firm, type, days, slots),
                phrases.deal("content." + type.number(), slots),
                place.area(),
                phrases.deal(online ? "place.online" : "place", slots),
                stay.first(),
                stay.last(),
                hours(firm, type),
                days,
                workplace,
                phrases.deal("supervision"),
                used,
                phrases.deal(payKey(type)),
                online ? "" : dice.chance(0.6) ? phrases.deal("subsidy") : "",
                phrases.deal("selection"),
                capacity,
                audiences(type),
                type == InternshipType.GENERAL_OR_SPECIAL ? disclosures(used, slots) : Map.of(),
                stay.opensOn(),
                stay.closesOn(),
                earlier(today, stay.opensOn().plusDays(dice.between(0, 10)), stay));
    }

    /** By the firm's name, without the dice: what is drawn after it stays what it was. */
    private String hours(DrawnFirm firm, InternshipType type) {
        List<String> all = phrases.all("hours." + type.number());
        return all.get(Math.floorMod(firm.profile().name().hashCode(), all.size()));
    }

    private Vacations.Stay stay(InternshipType type, int days) {
        boolean closed = dice.chance(CLOSED);
        return switch (type) {
            case OPEN_COMPANY, CAREER_EDUCATION -> vacations.anyTime(days, closed);
            case GENERAL_OR_SPECIAL -> vacations.inVacation(days, closed);
            case ADVANCED -> vacations.anyTime(days * 7 / 5, closed);
        };
    }

    private static LocalDate earlier(LocalDate today, LocalDate drawn, Vacations.Stay stay) {
        LocalDate latest = stay.closesOn().isBefore(today) ? stay.closesOn() : today;
        return drawn.isAfter(latest) ? latest : drawn;
    }

    private String title(DrawnFirm firm, InternshipType type, int days, Map<String, String> slots) {
        String key = "title." + type.number();
        if (type == InternshipType.OPEN_COMPANY && firm.trade().sector().equals("make") && dice.chance(0.5)) {
            key += ".make";
        }
        if (type == InternshipType.CAREER_EDUCATION) {
            key += "." + days;
        } else if (type == InternshipType.GENERAL_OR_SPECIAL && days != 5) {
            key += ".long";
        }
        return phrases.deal(key, slots);
    }

    private String payKey(InternshipType type) {
        return switch (type) {
            case OPEN_COMPANY, CAREER_EDUCATION -> "pay.none";
            case GENERAL_OR_SPECIAL -> "pay.some";
            case ADVANCED -> "pay.four";
        };
    }

    private Set<Audience> audiences(InternshipType type) {
        return switch (type) {
            case ADVANCED -> EnumSet.of(Audience.UNIVERSITY);
            case GENERAL_OR_SPECIAL ->
                dice.chance(0.5)
                        ? EnumSet.of(Audience.UNIVERSITY, Audience.KOSEN)
                        : EnumSet.of(Audience.UNIVERSITY, Audience.KOSEN, Audience.JUNIOR_COLLEGE);
            case CAREER_EDUCATION -> EnumSet.of(Audience.UNIVERSITY, Audience.KOSEN, Audience.JUNIOR_COLLEGE);
            case OPEN_COMPANY ->
                dice.chance(0.5)
                        ? EnumSet.allOf(Audience.class)
                        : EnumSet.of(Audience.UNIVERSITY, Audience.KOSEN, Audience.JUNIOR_COLLEGE, Audience.UIJ_TURN);
        };
    }

    private Map<Disclosure, String> disclosures(boolean used, Map<String, String> slots) {
        Map<Disclosure, String> words = new EnumMap<>(Disclosure.class);
        for (Disclosure disclosure : Disclosure.values()) {
            String key = disclosure == Disclosure.DATA_USE ? "DATA_USE." + (used ? "yes" : "no") : disclosure.name();
            words.put(disclosure, phrases.deal(key, slots));
        }
        return words;
    }

    private Map<String, String> slots(
            DrawnFirm firm,
            InternshipType type,
            int days,
            int workplace,
            Vacations.Stay stay,
            Place place,
            int capacity) {
        Map<String, String> slots = new LinkedHashMap<>(firm.slots());
        slots.put("job", jobs.someTitle(firm.trade()));
        slots.put("days", "" + days);
        slots.put("wdays", "" + workplace);
        slots.put("place", place.name());
        slots.put("start", stay.first().getMonthValue() + "/" + stay.first().getDayOfMonth());
        slots.put("cap", "" + capacity);
        slots.put("k", "" + dice.between(2, 9));
        return slots;
    }
}
