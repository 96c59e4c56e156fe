package tsunagu.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.company.Certification;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyProfile.Hour;
import tsunagu.company.CompanyProfile.Place;
import tsunagu.shared.Feature;
import tsunagu.shared.ReferenceTable.Row;

/** Writes what companies say about themselves. */
final class Profiles {

    private static final int LONGEST_SUMMARY = 60;
    private static final int YOUNG = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final List<Long> CAPITALS = List.of(
            1_000_000L, 3_000_000L, 5_000_000L, 10_000_000L, 15_000_000L, 20_000_000L, 30_000_000L, 48_000_000L);
    private static final Set<String> WITHOUT_CAPITAL = Set.of("S", "I", "KO", "GAK", "NPO", "Q", "BANK", "COOP");
    private static final Set<String> ONLINE_SECTORS = Set.of("office");

    private final LocalDate today;
    private final Dice dice;
    private final Phrases phrases;
    private final DrawnAreas areas;
    private final FirmNames names;
    private final CorporateNumbers numbers;
    private final YouthFacts youth;
    private final Pictures pictures;
    private final Romaji romaji = new Romaji();
    private final Map<String, List<Row>> days =
            Resources.rows("days").collect(Collectors.groupingBy(row -> row.text("key")));
    private final Set<String> summaries = new HashSet<>();
    private int count;

    Profiles(LocalDate today, Dice dice, Phrases phrases) {
        this.today = today;
        this.dice = dice;
        this.phrases = phrases;
        areas = new DrawnAreas(dice, phrases);
        names = new FirmNames(dice);
        numbers = new CorporateNumbers(dice);
        youth = new YouthFacts(today, dice, phrases);
        pictures = new Pictures(dice, phrases);
    }

    DrawnFirm drawn(Trade trade) {
        FirmNames.Name name = names.drawn(trade);
        boolean sole = name.soleProprietor();
        int employees = sole ? dice.between(1, 6) : size(trade);
        int age = dice.chance(0.12) ? dice.between(2, YOUNG) : dice.between(YOUNG + 2, trade.oldest());
        DrawnAreas.Area area = areas.drawn();
        Map<String, String> slots = slots(trade, employees, age, area);
        String latin = romaji.of(name.reading());
        String host = latin.substring(0, Math.min(latin.length(), 24)) + "-" + ++count + ".example.jp";
        CompanyProfile profile = new CompanyProfile(
                sole ? null : numbers.next(),
                name.name(),
                name.reading(),
                trade.industry(),
                summary(trade, slots),
                business(trade, age, slots),
                appeal(trade, slots),
                plainWords(trade, slots),
                welfare(sole),
                today.getYear() - age,
                WITHOUT_CAPITAL.contains(name.form()) ? null : dice.pick(CAPITALS) * (employees > 100 ? 3 : 1),
                employees,
                dice.chance(0.82) ? "https://" + host + "/" : "",
                certificates(employees),
                features(trade, sole),
                places(trade, area, sole, employees),
                phrases.deal("day." + trade.day()) + phrases.deal("day.year").replace("{n}", "" + dice.between(1, 5)),
                day(trade),
                youth.drawn(employees, sole),
                pictures.drawn(trade),
                "");
        return new DrawnFirm(trade, profile, slots, host);
    }

    private int size(Trade trade) {
        double low = Math.log(trade.small());
        double high = Math.log(trade.large());
        return (int) Math.round(Math.exp(low + (high - low) * dice.share()));
    }

    private Map<String, String> slots(Trade trade, int employees, int age, DrawnAreas.Area area) {
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("p", phrases.deal("product." + trade.key()));
        slots.put("p2", phrases.deal("product." + trade.key()));
        while (slots.get("p").equals(slots.get("p2"))) {
            slots.put("p2", phrases.deal("product." + trade.key()));
        }
        slots.put("c", phrases.deal("customer." + trade.key()));
        slots.put("t", phrases.deal("tool." + trade.key()));
        slots.put("n", "" + employees);
        slots.put("small", "" + dice.between(2, 6));
        slots.put("f", "" + (today.getYear() - age));
        slots.put("years", "" + age);
        slots.put("town", area.town());
        slots.put("areaRuby", area.ruby());
        return slots;
    }

    private String summary(Trade trade, Map<String, String> slots) {
        Map<String, String> own = new LinkedHashMap<>(slots);
        own.put("kind", phrases.dealFirst("kind." + trade.key(), "kind." + trade.sector(), Map.of()));
        return Stream.generate(() -> phrases.deal("summary", own))
                .filter(text -> text.length() <= LONGEST_SUMMARY && summaries.add(text))
                .findFirst()
                .orElseThrow();
    }

    private String business(Trade trade, int age, Map<String, String> slots) {
        String history = Integer.parseInt(slots.get("n")) < 10 ? "history.tiny" : "history";
        List<String> middle = new ArrayList<>(List.of(
                phrases.deal(age <= YOUNG ? "history.new" : history, slots),
                phrases.deal("detail." + trade.key(), slots),
                phrases.deal(trade.sector() + ".extra", slots)));
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.deal("lead." + trade.key(), slots));
        sentences.addAll(dice.shuffled(middle));
        if (dice.chance(0.5)) {
            sentences.add(phrases.deal(trade.sector() + ".extra", slots));
        }
        do {
            sentences.add(phrases.deal("general", slots));
        } while (String.join("", sentences).length() < 180);
        return String.join("", sentences.stream().distinct().toList());
    }

    private String appeal(Trade trade, Map<String, String> slots) {
        Set<String> sentences = new LinkedHashSet<>();
        int wanted = dice.between(2, 3);
        while (sentences.size() < wanted) {
            sentences.add(phrases.deal("appeal", slots));
        }
        sentences.add(phrases.deal("appeal." + trade.sector(), slots));
        return String.join("", dice.shuffled(new ArrayList<>(sentences)));
    }

    private String plainWords(Trade trade, Map<String, String> slots) {
        List<String> sentences = new ArrayList<>(List.of(phrases.deal("plain." + trade.key())));
        sentences.add(phrases.deal("plain.end", slots));
        String thanks = phrases.deal("plain.end", slots);
        if (!sentences.contains(thanks)) {
            sentences.add(thanks);
        }
        return String.join("", sentences);
    }

    private String welfare(boolean sole) {
        List<String> items = new ArrayList<>();
        int wanted = sole ? dice.between(1, 3) : dice.between(4, 9);
        while (items.size() < wanted) {
            String item = phrases.deal("welfare");
            if (!items.contains(item)) {
                items.add(item);
            }
        }
        return String.join(phrases.deal("welfare.join"), items);
    }

    private Set<Certification> certificates(int employees) {
        Set<Certification> held = EnumSet.noneOf(Certification.class);
        double probability = employees > 80 ? 0.2 : employees > 25 ? 0.1 : 0.03;
        for (Certification certificate : Certification.values()) {
            if (dice.chance(probability)) {
                held.add(certificate);
            }
        }
        return held;
    }

    private Map<Feature, Boolean> features(Trade trade, boolean sole) {
        Map<Feature, Boolean> stated = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (dice.chance(sole ? 0.2 : 0.5)) {
                boolean possible = feature != Feature.REMOTE || ONLINE_SECTORS.contains(trade.sector());
                stated.put(feature, possible && dice.chance(feature == Feature.VISIT ? 0.95 : 0.66));
            }
        }
        return stated;
    }

    private List<Place> places(Trade trade, DrawnAreas.Area area, boolean sole, int employees) {
        List<Place> places = new ArrayList<>(List.of(areas.head(area, trade, sole || employees < 8)));
        int most = employees > 120 ? 2 : employees > 30 && dice.chance(0.5) ? 1 : 0;
        while (places.size() <= most) {
            Place branch = areas.branch(dice.chance(0.4) ? area : areas.drawn(), trade);
            if (places.stream().noneMatch(place -> place.name().equals(branch.name()))) {
                places.add(branch);
            }
        }
        return places;
    }

    /** Lines of the same time are alternatives; a whole day may be moved by a quarter of an hour. */
    private List<Hour> day(Trade trade) {
        int later = dice.pick(List.of(-15, 0, 0, 0, 15));
        List<Row> rows = days.get(trade.day());
        List<Hour> hours = new ArrayList<>(rows.stream()
                .map(row -> new Hour(
                        LocalTime.parse(row.text("at"), TIME).plusMinutes(later),
                        dice.pick(List.of(row.text("what").split(";")))))
                .toList());
        if (hours.size() > 9) {
            hours.remove(dice.between(2, hours.size() - 2));
        }
        hours.sort(Comparator.comparing(Hour::at));
        return hours;
    }
}
