package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import tsunagu.account.AccountDevice;
import tsunagu.account.AccountSession;
import tsunagu.account.AccountSessionService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Where somebody is signed in to the own account, and the browsers that are known; each is ended or forgotten here. */
@Named
@RequestScoped
public class DevicesPage {

    private static final String ADDRESS = "/account/devices";

    @Inject
    private AccountSessionService service;

    @Inject
    private SessionAuthentication authentication;

    @Inject
    private KnownDevice device;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<AccountSession> sessions;
    private List<AccountDevice> devices;

    public List<AccountSession> getSessions() {
        if (sessions == null) {
            sessions = service.own();
        }
        return sessions;
    }

    public List<AccountDevice> getDevices() {
        if (devices == null) {
            devices = service.ownDevices(device.token(request()));
        }
        return devices;
    }

    public boolean isHere(AccountSession session) {
        return session.id() == authentication.number(request());
    }

    public void end() {
        after(() -> service.end(act.number()), "session-ended");
    }

    public void endOthers() {
        after(() -> service.endOthers(authentication.number(request())), "sessions-ended");
    }

    public void forget() {
        after(() -> service.forget(act.number()), "device-forgotten");
    }

    private void after(Runnable work, String done) {
        if (errors.attempt(work)) {
            web.go(web.url(ADDRESS) + "?done=" + done);
        }
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
