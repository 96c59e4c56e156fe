package tsunagu.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tsunagu.company.Certification;
import tsunagu.company.CompanyProfile;
import tsunagu.company.Completeness;
import tsunagu.company.OwnPageService;
import tsunagu.company.PageWording;
import tsunagu.company.YouthItem;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Feature;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Wording;
import tsunagu.shared.Words;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company writes its page. Facts of years not shown here stay as they are. */
@Named
@ViewScoped
public class CompanyProfilePage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

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
    private final ProfileForm form = new ProfileForm();
    private final ArrayList<Doubt> doubts = new ArrayList<>();
    private boolean meant;

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
        base = form.answers();
    }

    /** Somebody else saved first: what only one changed is taken from either, what both changed is shown side by side. */
    private void merge() {
        Map<String, String> mine = form.answers();
        OwnPageService.OwnPage theirs = pages.page();
        version = theirs.version();
        fill(theirs.page());
        HashMap<String, String> saved = form.answers();
        SheetMerge merged = SheetMerge.of(base, mine, saved);
        base = saved;
        conflicts = new ArrayList<>(merged.conflicts());
        form.take(merged.answers());
        errors.add("", texts.of(conflicts.isEmpty() ? "web.merge.done" : "web.merge.both"));
    }

    /** The words above a field. */
    @Override
    public String label(String field) {
        String key = "company.profile.label." + field.replaceAll("-.*", "");
        return texts.has(key) ? texts.of(key) : field;
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    private void fill(CompanyProfile page) {
        form.fill(page);
        pictures.clear();
        page.pictures().forEach(picture -> pictures.add(picture.alt()));
    }

    public void write() {
        CompanyProfile page = form.page(errors, texts);
        errors.check(page, form::field);
        checkWording(page);
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

    /** All that the rules find at once; what may be meant is asked about until the company says that it is. */
    private void checkWording(CompanyProfile page) {
        doubts.clear();
        PageWording.found(page).forEach((part, hits) -> {
            String field = form.field(part);
            for (Wording.Hit hit : hits) {
                String key = "posting.rule." + hit.sentence()
                        + (hit.sentence().equals("J9.title") && hit.instead().isEmpty() ? "Only" : "");
                String sentence = texts.format(key, List.of(String.join("\u300d\u300c", hit.hits()), hit.instead()));
                if (hit.blocks()) {
                    errors.add(field, sentence);
                } else {
                    doubts.add(new Doubt(field, label(field), sentence));
                }
            }
        });
        if (!doubts.isEmpty() && !meant) {
            errors.add("meant", texts.of("company.error.doubts"));
        }
    }

    /** What the rules ask about. */
    public record Doubt(String field, String label, String sentence) implements Serializable {}

    public List<Doubt> getDoubts() {
        return doubts;
    }

    public boolean isMeant() {
        return meant;
    }

    public void setMeant(boolean meant) {
        this.meant = meant;
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

    public void removePicture() {
        if (errors.attempt(() -> pages.removePicture((int) act.number(), act.version()))) {
            web.go(web.url("/company/profile") + "?done=picture-removed#pictures");
        }
    }

    public void turnPicture() {
        if (errors.attempt(() -> pages.turnPicture((int) act.number(), act.version()))) {
            web.go(web.url("/company/profile") + "?done=picture-turned#pictures");
        }
    }

    public String getPictureProblem() {
        String word = web.parameter("problem")
                .filter(each -> each.matches("[a-zA-Z]{1,20}"))
                .orElse("none");
        for (String key : List.of("company.error." + word, "web.error." + word)) {
            if (texts.has(key)) {
                return texts.of(key, word.equals("pictures") ? 10 : web.getPictureMost() / 1024 / 1024);
            }
        }
        return "";
    }

    public List<Integer> getPlaceRows() {
        return IntStream.range(0, form.placeRows()).boxed().toList();
    }

    public List<Integer> getHourRows() {
        return IntStream.range(0, form.hourRows()).boxed().toList();
    }

    /** The last full fiscal years, the latest first. */
    public List<Integer> getYears() {
        int last = FiscalYear.of(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE))
                        .year()
                - 1;
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

    public List<Certification> getCertificateList() {
        return Certification.offered(Words.city(), form.certified());
    }

    public Map<String, String> getTyped() {
        return form.typed();
    }

    public Map<String, Boolean> getCertificates() {
        return form.certificates();
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
