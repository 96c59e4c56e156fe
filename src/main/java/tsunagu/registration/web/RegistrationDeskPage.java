package tsunagu.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.registration.RegistrationDetail;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff work with one registration: what it says, what can be done with it, what was done. */
@Named
@RequestScoped
public class RegistrationDeskPage {

    /** Rules that only the service can check: the sentence stands beside the field of the act that broke it. */
    private static final Map<String, String> FIELDS = Map.of(
            "event.error.roleMissing", "role",
            "web.error.mailAddress", "email-change",
            "event.error.companions", "companions",
            "event.error.companionRole", "companionRole",
            "event.error.namesMany", "names",
            "event.error.companionName", "names",
            "event.error.note", "note-note",
            "event.error.tags", "tags-tag",
            "event.error.deskWhy", "why-cancel");

    @Inject
    private RegistrationDeskService desk;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private RegistrationDetail detail;
    private SeatForm form;

    public RegistrationDetail getDetail() {
        if (detail == null) {
            detail = desk.registration(session(), code());
        }
        return detail;
    }

    /** It can still be worked with; afterwards it is only read, and noted on. */
    public boolean isOpen() {
        return getDetail().open(web.getNow());
    }

    public SeatForm getForm() {
        if (form == null) {
            form = SeatForm.of(getDetail().request(), desk.questions(session())).read(act);
        }
        return form;
    }

    /** Staff may enter people of every role, those that come to work as well. */
    public AttendanceRole[] getRoles() {
        return AttendanceRole.values();
    }

    public void change() {
        if (getForm().complete(errors, texts)) {
            String email = getDetail().guest() ? act.text("email") : null;
            done(
                    () -> desk.change(
                            session(), code(), act.version(), getForm().request(false), email, act.text("beyondWhy")),
                    "desk-changed");
        }
    }

    public void cancel() {
        done(() -> desk.cancel(session(), code(), act.version(), act.text("why")), "desk-cancelled");
    }

    public void promote() {
        done(() -> desk.promote(session(), code(), act.version(), act.text("beyondWhy")), "desk-promoted");
    }

    public void resend() {
        done(() -> desk.resend(session(), code()), "desk-resent");
    }

    /** The page is then that of the other session's registration, which has another number. */
    public void move() {
        if (!act.text("target").matches("[0-9]{1,18}")) {
            errors.add("target-move", texts.of("event.error.targetMissing"));
            return;
        }
        long target = Long.parseLong(act.text("target"));
        RegistrationDeskService.Move move = new RegistrationDeskService.Move(
                List.of(getDetail().row().registration()), target, act.text("beyondWhy"));
        if (errors.attempt(() -> desk.move(session(), move))) {
            web.go(web.url("/staff/sessions/" + target + "/registrations") + "?done=desk-moved");
        }
    }

    public void note() {
        done(() -> desk.note(session(), code(), act.text("note")), "desk-noted");
    }

    public void removeNote() {
        done(() -> desk.removeNote(session(), code(), act.number()), "desk-note-removed");
    }

    public void tag() {
        done(() -> desk.tag(session(), code(), act.text("tags")), "desk-tagged");
    }

    public String getTags() {
        return String.join(texts.of("web.listSeparator"), getDetail().row().tags());
    }

    private void done(Runnable work, String what) {
        if (errors.attempt(work, FIELDS)) {
            web.go(web.url("/staff/sessions/" + session() + "/registrations/" + code()) + "?done=" + what);
        }
        detail = null;
    }

    private long session() {
        return web.number("session");
    }

    private String code() {
        return web.value("registration");
    }
}
