package tsunagu.account.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.account.AccountService;
import tsunagu.account.AccountView;
import tsunagu.account.SecondFactorService;
import tsunagu.shared.HeldWork;
import tsunagu.shared.Role;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The administrator changes what an account may be used for: chooses, reads in words what would change, and then changes it. */
@Named
@ViewScoped
public class RolesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> FIELDS = Map.of(
            "account.error.noRole", "roles",
            "account.error.auditorAlone", "roles",
            "account.error.sameRoles", "roles",
            "account.error.ownAdministrator", "roles",
            "account.error.lastAdministrator", "roles",
            "account.error.reasonMissing", "reason");

    @Inject
    private AccountService accounts;

    @Inject
    private SecondFactorService factors;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient AccountView account;
    private String[] roles;
    private int version;
    private String reason = "";
    private String lost = "";
    private boolean asked;

    /** As it is now; what is chosen and confirmed stays about the account as it was when the page was opened. */
    public AccountView getAccount() {
        if (account == null) {
            account = accounts.account(web.number("account"));
            if (roles == null) {
                roles = account.roles().stream().map(Enum::name).toArray(String[]::new);
                version = account.version();
            }
        }
        return account;
    }

    /** First step: nothing is changed yet. */
    public void ask() {
        if (wanted().isEmpty()) {
            errors.add("roles", texts.of("account.error.noRole"));
        } else if (getAdded().isEmpty() && getRemoved().isEmpty()) {
            errors.add("roles", texts.of("account.error.sameRoles"));
        }
        errors.need("roles", Role.goTogether(wanted()), "account.error.auditorAlone");
        if (reason.isBlank()) {
            errors.add("reason", texts.of("account.error.reasonMissing"));
        }
        asked = errors.isNone();
    }

    /** Back to the choice, with what was chosen. */
    public void back() {
        asked = false;
    }

    public void change() {
        AccountView seen = getAccount();
        if (errors.attempt(() -> accounts.setRoles(seen.id(), version, wanted(), reason), FIELDS)) {
            web.go(web.url("/accounts") + "?q=" + URLEncoder.encode(seen.email(), StandardCharsets.UTF_8)
                    + "&done=roles");
        } else {
            asked = false;
        }
    }

    public List<Role> getAdded() {
        Set<Role> wanted = wanted();
        return wanted.stream()
                .filter(each -> !getAccount().roles().contains(each))
                .toList();
    }

    public List<Role> getRemoved() {
        Set<Role> wanted = wanted();
        return getAccount().roles().stream()
                .filter(each -> !wanted.contains(each))
                .toList();
    }

    /** What its owner holds in their own name. */
    public List<HeldWork.Held> getHeld() {
        return accounts.held(getAccount().id());
    }

    /** The account has a second factor, which can be taken away when its owner lost it. */
    public boolean isFactor() {
        return factors.inForceOf(getAccount().id());
    }

    /** Somebody else has to agree (/factor-resets). */
    public void askReset() {
        if (errors.attempt(
                () -> factors.askReset(getAccount().id(), lost), Map.of("account.error.reasonMissing", "lost"))) {
            web.go(web.url("/factor-resets") + "?done=factor-asked");
        }
    }

    public String getLost() {
        return lost;
    }

    public void setLost(String lost) {
        this.lost = lost == null ? "" : lost;
    }

    /** What would be changed was shown, and waits for a yes. */
    public boolean isAsked() {
        return asked;
    }

    public Role[] getPossibleRoles() {
        return Role.values();
    }

    private Set<Role> wanted() {
        Set<Role> wanted = EnumSet.noneOf(Role.class);
        Arrays.stream(getRoles()).map(Role::valueOf).forEach(wanted::add);
        return wanted;
    }

    public String[] getRoles() {
        getAccount();
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles == null ? new String[0] : roles.clone();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
