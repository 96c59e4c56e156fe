package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import tsunagu.company.CompanyContact;
import tsunagu.company.ContactService;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Whom the city calls: a small form of its own beside who acts for the company. */
@Named
@RequestScoped
public class CompanyContactPage {

    @Inject
    private ContactService contacts;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private CompanyContact known;
    private String name;
    private String phone;

    public void state() {
        CompanyContact contact = new CompanyContact(getName().strip(), getPhone());
        errors.check(contact, field -> field.equals("name") ? "contactName" : "contactPhone");
        if (errors.isNone() && errors.attempt(() -> contacts.state(contact), Map.of())) {
            web.go(web.url("/company/members") + "?done=contact");
        }
    }

    private CompanyContact known() {
        if (known == null) {
            known = contacts.own().orElse(new CompanyContact("", ""));
        }
        return known;
    }

    public String getName() {
        return name == null ? known().name() : name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getPhone() {
        return phone == null ? known().phone() : phone;
    }

    public void setPhone(String phone) {
        this.phone = phone == null ? "" : phone;
    }
}
