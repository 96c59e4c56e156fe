package tsunagu.application.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.AccountContact;
import tsunagu.account.AccountService;
import tsunagu.account.OwnAccountService;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.seeker.web.OwnPrefill;
import tsunagu.shared.DomainException;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A seeker applies to a posting; who has applied before is led to that application. */
@Named
@ViewScoped
public class ApplyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(ApplyPage.class.getName());

    private static final Map<String, String> FIELDS = Map.of("application.error.highSchool", "atHighSchool");

    @Inject
    private ApplyService applications;

    @Inject
    private PostingService postings;

    @Inject
    private AccountService accounts;

    @Inject
    private OwnAccountService ownAccount;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private OwnPrefill prefill;

    @Inject
    private RowAct act;

    private transient ApplyTarget target;
    private boolean loaded;
    private int edition;
    private final HashMap<String, String> typed = new HashMap<>();
    private boolean agreed;
    private boolean filled;
    private boolean kept;

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        edition = getTarget().edition();
        applications.own(getTarget()).ifPresent(own -> web.go(web.url("/my/applications/" + own.code())));
        AccountContact own = accounts.own();
        typed.put("name", own.name());
        typed.put("email", own.email());
        filled = prefill.fill(typed, "career");
    }

    public void apply() {
        String school = text("atHighSchool");
        ApplyForm form = new ApplyForm(
                edition,
                text("name"),
                MailAddress.narrow(text("email")),
                text("phone"),
                school.isEmpty() ? null : school.equals("yes"),
                text("career"),
                text("message"),
                getTarget().questions().stream()
                        .map(this::answer)
                        .map(String::strip)
                        .toList(),
                agreed);
        errors.attempt(
                () -> {
                    ownAccount.wroteIn(web.getLocale());
                    String application = applications.apply(web.value("job"), form);
                    if (kept) {
                        keep(form);
                    }
                    web.go(web.url("/my/applications/" + application) + "?done=applied");
                },
                FIELDS);
        // What comes back is the posting as it is now: the next press is about that.
        edition = getTarget().edition();
    }

    /** The company has the application: what is kept for the next one must not say otherwise. */
    private void keep(ApplyForm form) {
        try {
            prefill.keep(form.phone(), form.career());
        } catch (DomainException | ConstraintViolationException tooLong) {
            LOG.log(Level.INFO, "Nothing was kept of an application: {0}", tooLong.getMessage());
        }
    }

    /** The field of a question, named after its words: an answer stays with the question it was written to. */
    public String name(String question) {
        return "answer-" + Integer.toHexString(question.hashCode());
    }

    public String answer(String question) {
        return String.join("\n", act.all(name(question)));
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    public ApplyTarget getTarget() {
        if (target == null) {
            target = postings.target(web.value("job"));
        }
        return target;
    }

    /** Applications come in here, now. */
    public boolean isPossible() {
        return getTarget().open() && getTarget().applyUrl().isEmpty();
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    /** The profile has filled something in. */
    public boolean isFilled() {
        return filled;
    }

    /** What is sent is to be kept for the next time. */
    public boolean isKept() {
        return kept;
    }

    public void setKept(boolean kept) {
        this.kept = kept;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
