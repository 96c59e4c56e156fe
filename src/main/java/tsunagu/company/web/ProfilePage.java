package tsunagu.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import tsunagu.company.Certificate;
import tsunagu.company.Completeness;
import tsunagu.company.CompanyProfile;
import tsunagu.company.OwnPageService;
import tsunagu.company.YouthItem;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Feature;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company writes its page. Rows that stay empty are not there; facts of years not shown here stay as they are. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String CERTIFICATE = "certificate-";
    private static final int PLACES = 4;
    private static final int HOURS = 8;
    private static final int YEARS = 3;

    @Inject
    private OwnPageService pages;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private boolean loaded;
    private int version;
    private HashMap<String, String> base = new HashMap<>();
    private ArrayList<SheetMerge.Conflict> conflicts = new ArrayList<>();
    private String companyCode;
    private String companyName;
    private int percent;
    private ArrayList<String> missing = new ArrayList<>();
    private ArrayList<String> pictures = new ArrayList<>();
    private final HashMap<String, String> typed = new HashMap<>();
    private final HashMap<String, Boolean> certificates = new HashMap<>();

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        OwnPageService.OwnPage own = pages.page();
        version = own.version();
        companyCode = own.company().code();
        companyName = own.company().name();
        Completeness completeness = own.completeness();
        percent = completeness.percent();
        missing = new ArrayList<>(completeness.missing());
        fill(own.page());
        base = answers();
    }

    /** All fields by name, ticks as words, so that two writers' pages can be compared. */
    private HashMap<String, String> answers() {
        HashMap<String, String> all = new HashMap<>(typed);
        certificates.forEach((name, held) -> all.put(CERTIFICATE + name, Boolean.TRUE.equals(held) ? "yes" : ""));
        return all;
    }

    /** Somebody else saved first: what only one changed is taken from either, what both changed is shown side by side. */
    private void merge() {
        Map<String, String> mine = answers();
        OwnPageService.OwnPage theirs = pages.page();
        version = theirs.version();
        typed.clear();
        certificates.clear();
        pictures.clear();
        fill(theirs.page());
        HashMap<String, String> saved = answers();
        SheetMerge merged = SheetMerge.of(base, mine, saved);
        base = saved;
        conflicts = new ArrayList<>(merged.conflicts());
        merged.answers().forEach((field, answer) -> {
            if (field.startsWith(CERTIFICATE)) {
                certificates.put(field.substring(CERTIFICATE.length()), !answer.isEmpty());
            } else {
                typed.put(field, answer);
            }
        });
        errors.add("", texts.of(conflicts.isEmpty() ? "company.profile.merged" : "company.profile.conflict"));
    }

    /** The words above a field. */
    public String label(String field) {
        String key = "company.profile.label." + field.replaceAll("-.*", "");
        return texts.has(key) ? texts.of(key) : field;
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    private void fill(CompanyProfile page) {
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
            String said = fact.amount() == null ? fact.words() : fact.amount().stripTrailingZeros().toPlainString();
            typed.put("youth-" + fact.item() + "-" + fact.fiscalYear(), said);
        }
        page.features().forEach((feature, offered) -> typed.put("feature-" + feature, offered ? "yes" : "no"));
        page.certificates().forEach(certificate -> certificates.put(certificate.name(), true));
        page.pictures().forEach(picture -> pictures.add(picture.alt()));
    }

    public void write() {
        CompanyProfile page = page();
        if (!errors.isNone()) {
            return;
        }
        try {
            if (errors.attempt(
                    () -> write(page),
                    Map.of("company.error.industry", "industry", "company.error.area", "places-0-area"))) {
                web.go(web.url("/company/profile") + "?done=page-written");
            }
        } catch (SavedByAnother e) {
            merge();
        }
    }

    /** Leaves {@link FormErrors#attempt} as it is: a conflict is not a sentence here but two pages to be put together. */
    private void write(CompanyProfile page) {
        try {
            pages.write(version, page);
        } catch (ConflictException e) {
            throw new SavedByAnother(e);
        }
    }

    private static final class SavedByAnother extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SavedByAnother(ConflictException cause) {
            super(cause);
        }
    }

    private CompanyProfile page() {
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
                number("founded"),
                capital(),
                number("employees"),
                text("website"),
                certified(),
                features(),
                places(),
                text("dayOf"),
                day(),
                youth(),
                List.of(),
                text("videos").replaceAll("\\s+", "\n"));
    }

    private List<CompanyProfile.Place> places() {
        return IntStream.range(0, rowsOf("places-", PLACES))
                .mapToObj(i -> "places-" + i + "-")
                .filter(row -> !(text(row + "name") + text(row + "address")).isEmpty())
                .map(row -> new CompanyProfile.Place(
                        text(row + "name"),
                        text(row + "area"),
                        text(row + "address"),
                        text(row + "industry"),
                        number(row + "employees")))
                .toList();
    }

    private List<CompanyProfile.Hour> day() {
        List<CompanyProfile.Hour> day = new ArrayList<>();
        for (int i = 0; i < rowsOf("day-", HOURS); i++) {
            String at = text("day-" + i + "-at");
            String what = text("day-" + i + "-what");
            if (at.isEmpty() && what.isEmpty()) {
                continue;
            }
            if (!at.matches("([01][0-9]|2[0-3]):[0-5][0-9](:00)?")) {
                errors.add("day-" + i + "-at", texts.of("company.error.hour"));
                continue;
            }
            day.add(new CompanyProfile.Hour(LocalTime.parse(at), what));
        }
        return day;
    }

    private List<CompanyProfile.YouthFact> youth() {
        List<CompanyProfile.YouthFact> facts = new ArrayList<>();
        for (YouthItem item : YouthItem.values()) {
            String prefix = "youth-" + item + "-";
            typed.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().forEach(key -> {
                String said = text(key);
                if (!said.isEmpty()) {
                    BigDecimal amount = Typed.decimal(said).value();
                    int year = Integer.parseInt(key.substring(prefix.length()));
                    if (amount != null && item.countsPersons() && Typed.wholeNumber(said).unreadable()) {
                        String name = texts.of("company.youthItem." + item);
                        errors.add(key, texts.of("company.error.youthPersons", name, Integer.toString(year)));
                    }
                    facts.add(new CompanyProfile.YouthFact(item, year, amount, amount == null ? said : ""));
                }
            });
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

    private Set<Certificate> certified() {
        Set<Certificate> held = EnumSet.noneOf(Certificate.class);
        Arrays.stream(Certificate.values())
                .filter(each -> Boolean.TRUE.equals(certificates.get(each.name())))
                .forEach(held::add);
        return held;
    }

    private Integer number(String field) {
        Typed<Integer> number = Typed.wholeNumber(text(field));
        if (number.unreadable()) {
            errors.add(field, texts.of("web.error.number"));
        }
        return number.value();
    }

    private Long capital() {
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

    public void removePicture() {
        if (errors.attempt(() -> pages.removePicture((int) act.number(), act.version()))) {
            web.go(web.url("/company/profile") + "?done=picture-removed#pictures");
        }
    }

    public String getPictureProblem() {
        String word = web.parameter("problem").filter(each -> each.matches("[a-zA-Z]{1,20}")).orElse("none");
        for (String key : List.of("web.error." + word, "company.error." + word)) {
            if (texts.has(key)) {
                return texts.of(key, word.equals("pictures") ? 10 : 5);
            }
        }
        return "";
    }

    public List<Integer> getPlaceRows() {
        return IntStream.range(0, rowsOf("places-", PLACES)).boxed().toList();
    }

    public List<Integer> getHourRows() {
        return IntStream.range(0, rowsOf("day-", HOURS)).boxed().toList();
    }

    /** The last full fiscal years, the latest first. */
    public List<Integer> getYears() {
        int last = FiscalYear.of(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE)).year() - 1;
        return IntStream.range(0, YEARS).mapToObj(back -> last - back).toList();
    }

    public YouthItem.Group[] getGroups() {
        return YouthItem.Group.values();
    }

    public List<YouthItem> items(YouthItem.Group group) {
        return YouthItem.of(group);
    }

    public Feature[] getFeatureList() {
        return Feature.values();
    }

    public Certificate[] getCertificateList() {
        return Certificate.values();
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public Map<String, Boolean> getCertificates() {
        return certificates;
    }

    public List<String> getPictures() {
        return pictures;
    }

    public List<String> getMissing() {
        return missing;
    }

    /** Of the page as it was read. */
    public int getVersion() {
        return version;
    }

    public int getPercent() {
        return percent;
    }

    public String getCompanyCode() {
        return companyCode;
    }

    public String getCompanyName() {
        return companyName;
    }
}
