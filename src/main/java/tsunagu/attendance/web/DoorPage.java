package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.attendance.DoorService;
import tsunagu.attendance.DoorView;
import tsunagu.attendance.ScanOutcome;
import tsunagu.attendance.ScanResult;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionView;
import tsunagu.shared.Secrets;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** The door: choose a session, then read ticket after ticket. */
@Named
@RequestScoped
public class DoorPage {

    @Inject
    private DoorService door;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private List<DoorView> sessions;
    private DoorView session;
    private SessionView shown;
    private ScanResult result;
    private String code = "";
    private String nonce = Secrets.token();

    public void checkIn() {
        if (errors.attempt(
                () -> result = door.checkIn(web.number("session"), code, nonce),
                Map.of("event.error.codeMissing", "code"))) {
            code = "";
        }
        nonce = Secrets.token();
        session = null;
    }

    public List<DoorView> getSessions() {
        if (sessions == null) {
            sessions = door.sessions();
        }
        return sessions;
    }

    /** What everybody may know of it: the page is kept on phones of helpers who have no account, and shows nothing else. */
    public SessionView getShown() {
        if (shown == null) {
            shown = door.page(web.number("session"));
        }
        return shown;
    }

    public DoorView getSession() {
        if (session == null) {
            session = door.session(web.number("session"));
        }
        return session;
    }

    /** As whom somebody without a registration may come. */
    public List<AttendanceRole> getWalkInRoles() {
        return AttendanceRole.forRegistration();
    }

    public AttendanceRole[] getRoles() {
        return AttendanceRole.values();
    }

    public ScanOutcome[] getOutcomes() {
        return ScanOutcome.values();
    }

    public ScanResult getResult() {
        return result;
    }

    /** Name of the look: in, in before, or not in. */
    public String getLook() {
        ScanOutcome outcome = result.outcome();
        return outcome == ScanOutcome.OK || outcome == ScanOutcome.ALREADY ? outcome.name() : "refused";
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Made before the first attempt; a repeated post of the same page is the same reading. */
    public String getNonce() {
        return nonce;
    }

    public void setNonce(String nonce) {
        this.nonce = nonce;
    }
}
