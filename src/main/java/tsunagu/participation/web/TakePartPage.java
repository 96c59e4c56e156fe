package tsunagu.participation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.account.AccountContact;
import tsunagu.account.AccountService;
import tsunagu.account.OwnAccountService;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipTarget;
import tsunagu.participation.InternshipRun;
import tsunagu.participation.ParticipationForm;
import tsunagu.participation.School;
import tsunagu.participation.TakePartService;
import tsunagu.seeker.web.OwnPrefill;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A student applies for an internship. */
@Named
@ViewScoped
public class TakePartPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TakePartService participations;

    @Inject
    private InternshipService internships;

    @Inject
    private AccountService accounts;

    @Inject
    private OwnAccountService ownAccount;

    @Inject
    private OwnPrefill prefill;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient InternshipTarget internship;
    private transient List<InternshipRun> sessions;
    private boolean loaded;
    private final HashMap<String, String> typed = new HashMap<>();
    private boolean subsidy;
    private boolean agreed;
    private boolean filled;

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        participations
                .applied(web.value("internship"))
                .ifPresent(own -> web.go(web.url("/my/internships/" + own.code())));
        AccountContact own = accounts.own();
        typed.put("name", own.name());
        typed.put("email", own.email());
        filled = prefill.fill(typed, "");
        if (getSessions().size() == 1) {
            typed.put("session", getSessions().get(0).seen());
        }
    }

    public void apply() {
        String school = text("school");
        String pupil = text("atHighSchool");
        ParticipationForm form = new ParticipationForm(
                text("session"),
                pupil.isEmpty() ? null : pupil.equals("yes"),
                school.isEmpty() ? null : School.valueOf(school),
                text("name"),
                MailAddress.narrow(text("email")),
                text("phone"),
                text("message"),
                subsidy,
                agreed);
        errors.attempt(
                () -> {
                    ownAccount.wroteIn(web.getLocale());
                    web.go(web.url("/my/internships/" + participations.apply(web.value("internship"), form))
                            + "?done=applied");
                },
                Map.of(
                        "participation.error.highSchool", "atHighSchool",
                        "participation.error.school", "school",
                        "participation.error.session", "session",
                        "participation.error.moved", "session"));
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    public InternshipTarget getInternship() {
        if (internship == null) {
            internship = internships.target(web.value("internship"));
        }
        return internship;
    }

    public List<InternshipRun> getSessions() {
        if (sessions == null) {
            sessions = participations.sessions(web.value("internship"));
        }
        return sessions;
    }

    public School[] getSchools() {
        return School.values();
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public boolean isSubsidy() {
        return subsidy;
    }

    public void setSubsidy(boolean subsidy) {
        this.subsidy = subsidy;
    }

    /** The profile has filled something in. */
    public boolean isFilled() {
        return filled;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
