package tsunagu.company.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import tsunagu.company.Certification;
import tsunagu.company.CompanyProfile;
import tsunagu.company.YouthItem;
import tsunagu.shared.Feature;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;

/** A company's page as it is typed, by field, and what becomes of it. Rows that stay empty are not there. */
final class ProfileForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String CERTIFICATE = "certificate-";
    private static final int PLACES = 4;
    private static final int HOURS = 8;

    private final HashMap<String, String> typed = new HashMap<>();
    private final HashMap<String, Boolean> certificates = new HashMap<>();

    Map<String, String> typed() {
        return typed;
    }

    Map<String, Boolean> certificates() {
        return certificates;
    }

    /** Shows what is stored, instead of what was typed. */
    void fill(CompanyProfile page) {
        typed.clear();
        certificates.clear();
        typed.put("name", page.name());
        typed.put("reading", page.reading());
        typed.put("industry", page.industry());
        typed.put("summary", page.summary());
        typed.put("business", page.business());
        typed.put("appeal", page.appeal());
        typed.put("plainWords", page.plainWords());
        typed.put("welfare", page.welfare());
        typed.put("founded", Objects.toString(page.founded(), ""));
        typed.put("capital", Objects.toString(page.capital(), ""));
        typed.put("employees", Objects.toString(page.employees(), ""));
        typed.put("website", page.website());
        typed.put("dayOf", page.dayOf());
        typed.put("videos", page.videos());
        for (int i = 0; i < page.places().size(); i++) {
            CompanyProfile.Place place = page.places().get(i);
            typed.put("places-" + i + "-name", place.name());
            typed.put("places-" + i + "-area", place.area());
            typed.put("places-" + i + "-address", place.address());
            typed.put("places-" + i + "-industry", place.industry());
            typed.put("places-" + i + "-employees", Objects.toString(place.employees(), ""));
        }
        for (int i = 0; i < page.day().size(); i++) {
            typed.put("day-" + i + "-at", page.day().get(i).at().toString());
            typed.put("day-" + i + "-what", page.day().get(i).what());
        }
        for (CompanyProfile.YouthFact fact : page.youth()) {
            String said = fact.amount() == null
                    ? fact.words()
                    : fact.amount().stripTrailingZeros().toPlainString();
            typed.put("youth-" + fact.item() + "-" + fact.fiscalYear(), said);
        }
        page.features().forEach((feature, offered) -> typed.put("feature-" + feature, offered ? "yes" : "no"));
        page.certificates().forEach(certificate -> certificates.put(certificate.name(), true));
    }

    /** All fields by name, ticks as words, so that two writers' pages can be compared. */
    HashMap<String, String> answers() {
        HashMap<String, String> all = new HashMap<>(typed);
        certificates.forEach((name, held) -> all.put(CERTIFICATE + name, Boolean.TRUE.equals(held) ? "yes" : ""));
        return all;
    }

    /** @param answers as {@link #answers} gives them */
    void take(Map<String, String> answers) {
        answers.forEach((field, answer) -> {
            if (field.startsWith(CERTIFICATE)) {
                certificates.put(field.substring(CERTIFICATE.length()), !answer.isEmpty());
            } else {
                typed.put(field, answer);
            }
        });
    }

    int placeRows() {
        return rowsOf("places-", PLACES);
    }

    int hourRows() {
        return rowsOf("day-", HOURS);
    }

    /** @param errors gets a sentence for each field that cannot be read */
    CompanyProfile page(FormErrors errors, Texts texts) {
        return new CompanyProfile(
                null,
                text("name"),
                text("reading"),
                text("industry"),
                text("summary"),
                text("business"),
                text("appeal"),
                text("plainWords"),
                text("welfare"),
                number(errors, texts, "founded"),
                capital(errors, texts),
                number(errors, texts, "employees"),
                text("website"),
                certified(),
                features(),
                places(errors, texts),
                text("dayOf"),
                day(errors, texts),
                youth(errors, texts),
                List.of(),
                text("videos").replaceAll("\\s+", "\n"));
    }

    /** Rows that are left empty are not there; the first is the head office, and always is. */
    private List<Integer> places() {
        return IntStream.range(0, placeRows())
                .filter(i -> i == 0 || !(text("places-" + i + "-name") + text("places-" + i + "-address")).isEmpty())
                .boxed()
                .toList();
    }

    private List<Integer> hours() {
        return IntStream.range(0, hourRows())
                .filter(i -> !(text("day-" + i + "-at") + text("day-" + i + "-what")).isEmpty())
                .boxed()
                .toList();
    }

    /** Facts of the youth employment act that something is said to: "youth-HIRED-2025". */
    private List<String> facts() {
        return Arrays.stream(YouthItem.values())
                .flatMap(item -> typed.keySet().stream()
                        .filter(key -> key.startsWith("youth-" + item + "-"))
                        .sorted())
                .filter(key -> !text(key).isEmpty())
                .toList();
    }

    /** @param part of the page that is made of this form, "places-1-address"; rows that are empty are not counted there */
    String field(String part) {
        String[] names = part.split("-");
        if (names.length < 3 || !names[1].matches("\\d{1,4}")) {
            return part;
        }
        int number = Integer.parseInt(names[1]);
        return switch (names[0]) {
            case "places" -> "places-" + places().get(number) + "-" + names[2];
            case "day" -> "day-" + hours().get(number) + "-" + names[2];
            case "youth" -> facts().get(number);
            default -> part;
        };
    }

    private List<CompanyProfile.Place> places(FormErrors errors, Texts texts) {
        return places().stream()
                .map(i -> "places-" + i + "-")
                .map(row -> new CompanyProfile.Place(
                        text(row + "name"),
                        text(row + "area"),
                        text(row + "address"),
                        text(row + "industry"),
                        number(errors, texts, row + "employees")))
                .toList();
    }

    private List<CompanyProfile.Hour> day(FormErrors errors, Texts texts) {
        List<CompanyProfile.Hour> day = new ArrayList<>();
        for (int i : hours()) {
            LocalTime time = Typed.time(text("day-" + i + "-at")).value();
            errors.need("day-" + i + "-at", time != null, "company.error.hour");
            day.add(new CompanyProfile.Hour(time, text("day-" + i + "-what")));
        }
        return day;
    }

    private List<CompanyProfile.YouthFact> youth(FormErrors errors, Texts texts) {
        List<CompanyProfile.YouthFact> facts = new ArrayList<>();
        for (String key : facts()) {
            String said = text(key);
            YouthItem item = YouthItem.valueOf(key.split("-")[1]);
            int year = Integer.parseInt(key.split("-")[2]);
            BigDecimal amount = Typed.decimal(said).value();
            if (amount != null
                    && item.countsPersons()
                    && Typed.wholeNumber(said).unreadable()) {
                String name = texts.of("company.youthItem." + item);
                errors.add(key, texts.of("company.error.youthPersons", name, Integer.toString(year)));
            }
            facts.add(new CompanyProfile.YouthFact(item, year, amount, amount == null ? said : ""));
        }
        return facts;
    }

    private Map<Feature, Boolean> features() {
        Map<Feature, Boolean> stated = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            String answer = text("feature-" + feature);
            if (!answer.isEmpty()) {
                stated.put(feature, answer.equals("yes"));
            }
        }
        return stated;
    }

    Set<Certification> certified() {
        Set<Certification> held = EnumSet.noneOf(Certification.class);
        Arrays.stream(Certification.values())
                .filter(each -> Boolean.TRUE.equals(certificates.get(each.name())))
                .forEach(held::add);
        return held;
    }

    private Integer number(FormErrors errors, Texts texts, String field) {
        Typed<Integer> number = Typed.wholeNumber(text(field));
        if (number.unreadable()) {
            errors.add(field, texts.of("web.error.number"));
        }
        return number.value();
    }

    private Long capital(FormErrors errors, Texts texts) {
        Typed<Long> yen = Typed.yen(text("capital"));
        if (yen.unreadable()) {
            errors.add("capital", texts.of("company.error.capital"));
        }
        return yen.value();
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    /** Rows that are there, and at least so many to write into. */
    private int rowsOf(String prefix, int least) {
        return Math.max(
                least,
                typed.keySet().stream()
                                .filter(key -> key.startsWith(prefix))
                                .mapToInt(key -> Integer.parseInt(key.split("-")[1]))
                                .max()
                                .orElse(-1)
                        + 1);
    }
}
