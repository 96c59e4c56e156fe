package tsunagu.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tsunagu.company.AdmissionForm;
import tsunagu.company.AdmissionGround;
import tsunagu.company.AdmissionService;
import tsunagu.company.AdmissionState;
import tsunagu.company.AdmissionView;
import tsunagu.company.MembershipService;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company asks to be admitted, or asks again after the city has sent it back. */
@Named
@ViewScoped
public class AdmissionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> FIELDS = Map.of(
            "company.error.numberForm", "corporateNumber",
            "company.error.numberCheck", "corporateNumber",
            "company.error.numberMissing", "corporateNumber",
            "company.error.industry", "industry",
            "company.error.area", "area",
            "company.error.grounds", "grounds");

    @Inject
    private AdmissionService admissions;

    @Inject
    private MembershipService memberships;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private boolean loaded;
    private int version = -1;
    private AdmissionState state;
    private String comment = "";
    private final HashMap<String, String> typed = new HashMap<>();
    private final HashMap<String, Boolean> grounds = new HashMap<>();

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        if (memberships.find().isPresent()) {
            web.go(web.url("/company"));
            return;
        }
        typed.put("placeName", texts.of("company.admission.headOffice"));
        admissions.mine().filter(mine -> mine.state() != AdmissionState.REFUSED).ifPresent(this::take);
    }

    private void take(AdmissionView mine) {
        version = mine.version();
        state = mine.state();
        comment = mine.comment();
        AdmissionForm form = mine.form();
        typed.put("corporateNumber", form.corporateNumber());
        typed.put("noNumberWhy", form.noNumberWhy());
        typed.put("name", form.name());
        typed.put("reading", form.reading());
        typed.put("summary", form.summary());
        typed.put("industry", form.industry());
        typed.put("placeName", form.placeName());
        typed.put("area", form.area());
        typed.put("address", form.address());
        typed.put("employees", form.employees().toString());
        typed.put("website", form.website());
        typed.put("phone", form.phone());
        form.grounds().forEach(ground -> grounds.put(ground.name(), true));
    }

    public void submit() {
        Typed<Integer> employees = Typed.wholeNumber(text("employees"));
        if (employees.unreadable()) {
            errors.add("employees", texts.of("web.error.number"));
        }
        AdmissionForm form = new AdmissionForm(
                text("corporateNumber"),
                text("noNumberWhy"),
                text("name"),
                text("reading"),
                text("summary"),
                text("industry"),
                text("placeName"),
                text("area"),
                text("address"),
                employees.value(),
                text("website"),
                text("phone"),
                declared());
        errors.check(form);
        admissions
                .faults(form)
                .forEach(fault -> errors.add(FIELDS.get(fault.key()), texts.format(fault.key(), fault.arguments())));
        if (errors.isNone() && errors.attempt(() -> admissions.submit(version, form), FIELDS)) {
            web.go(web.url("/company") + "?done=asked");
        }
    }

    private Set<AdmissionGround> declared() {
        Set<AdmissionGround> declared = EnumSet.noneOf(AdmissionGround.class);
        Arrays.stream(AdmissionGround.values())
                .filter(ground -> Boolean.TRUE.equals(grounds.get(ground.name())))
                .forEach(declared::add);
        return declared;
    }

    private String text(String field) {
        return typed.getOrDefault(field, "") == null
                ? ""
                : typed.getOrDefault(field, "").strip();
    }

    public AdmissionGround[] getAllGrounds() {
        return AdmissionGround.values();
    }

    public AdmissionState getState() {
        return state;
    }

    public String getComment() {
        return comment;
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public Map<String, Boolean> getGrounds() {
        return grounds;
    }
}
