package tsunagu.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyContact;
import tsunagu.company.ContactService;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Whom the city calls: a small form of its own beside who acts for the company. */
@Named
@ViewScoped
public class CompanyContactPage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "contactName";
    private static final String PHONE = "contactPhone";

    @Inject
    private ContactService contacts;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private final SharedForm form = new SharedForm();

    public Map<String, String> getTyped() {
        return form.typed(this::kept);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return form.getConflicts();
    }

    public void state() {
        CompanyContact contact = contact(getTyped());
        errors.check(contact, field -> field.equals("name") ? NAME : PHONE);
        if (errors.isNone() && form.save(errors, () -> contacts.state(begunWith(), contact), this::kept, Map.of())) {
            web.go(web.url("/company/members") + "?done=contact");
        }
    }

    private Map<String, String> kept() {
        return contacts.own()
                .map(each -> Map.of(NAME, each.name(), PHONE, each.phone()))
                .orElse(Map.of(NAME, "", PHONE, ""));
    }

    /** Null where nothing is stated yet: a contact has a number. */
    private CompanyContact begunWith() {
        return form.getBase().get(PHONE).isEmpty() ? null : contact(form.getBase());
    }

    private static CompanyContact contact(Map<String, String> words) {
        return new CompanyContact(words.getOrDefault(NAME, "").strip(), words.getOrDefault(PHONE, ""));
    }

    @Override
    public String label(String field) {
        return texts.of(field.equals(NAME) ? "company.contact.name" : "company.contact.phone");
    }
}
