package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.account.AccountView;
import tsunagu.account.NewAccount;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The administrator's list of accounts: open one, stop one, resume one. */
@Named
@RequestScoped
public class AccountsPage {

    @Inject
    private AccountService accounts;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private List<AccountView> all;
    private String name = "";
    private String email = "";
    private String password = "";
    private String[] roles = {};
    private String reason = "";

    public List<AccountView> getAll() {
        if (all == null) {
            all = accounts.accounts();
        }
        return all;
    }

    public void open() {
        var wanted = Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet());
        if (errors.attempt(() -> accounts.openAccount(new NewAccount(name, email, Secret.of(password), wanted)), AccountFields.BY_RULE)) {
            web.go(web.url("/accounts") + "?done=opened");
        }
    }

    public void setActive(AccountView account, boolean active) {
        if (reason.isBlank()) {
            errors.add("reason", texts.of("account.error.reasonMissing"));
            return;
        }
        if (errors.attempt(() -> accounts.setActive(account.id(), account.version(), active, reason))) {
            web.go(web.url("/accounts") + "?done=changed");
        }
    }

    public Role[] getPossibleRoles() {
        return Role.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
