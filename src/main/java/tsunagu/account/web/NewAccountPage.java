package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.account.InvitedAccount;
import tsunagu.shared.MailAddress;
import tsunagu.shared.Role;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** The administrator opens an account for somebody. */
@Named
@RequestScoped
public class NewAccountPage {

    @Inject
    private AccountService accounts;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String name = "";
    private String email = "";
    private String[] roles = {};

    /** The list then shows the new account, wherever it stands in it. */
    public void open() {
        var wanted = Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet());
        InvitedAccount command = new InvitedAccount(name, email, wanted);
        errors.need("roles", Role.goTogether(wanted), "account.error.auditorAlone");
        if (errors.attempt(command, () -> accounts.invite(command), AccountFields.BY_RULE)) {
            web.go(web.url("/accounts") + "?q=" + URLEncoder.encode(email.strip(), StandardCharsets.UTF_8)
                    + "&done=opened");
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
        this.email = MailAddress.narrow(email);
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
    }
}
