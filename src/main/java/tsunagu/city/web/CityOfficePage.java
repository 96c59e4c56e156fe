package tsunagu.city.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import tsunagu.city.CityOfficeForm;
import tsunagu.city.CityOfficeService;
import tsunagu.city.CityOfficeView;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** The administrator sets where people turn to. What is saved is compared with what was opened. */
@Named
@ViewScoped
public class CityOfficePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CityOfficeService offices;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private boolean read;
    private int version;
    private String office;
    private String phone;
    private String hours;
    private String mail;

    private void read() {
        if (!read) {
            CityOfficeView view = offices.office();
            version = view.version();
            office = view.contact().office();
            phone = view.contact().phone();
            hours = view.contact().hours();
            mail = view.contact().mail();
            read = true;
        }
    }

    public void save() {
        CityOfficeForm form = new CityOfficeForm(office, phone, hours, mail);
        if (errors.attempt(() -> offices.set(form, version))) {
            web.go(web.url("/staff/contact") + "?done=contact");
        }
    }

    public String getOffice() {
        read();
        return office;
    }

    public void setOffice(String office) {
        read();
        this.office = office == null ? "" : office;
    }

    public String getPhone() {
        read();
        return phone;
    }

    public void setPhone(String phone) {
        read();
        this.phone = phone == null ? "" : phone;
    }

    public String getHours() {
        read();
        return hours;
    }

    public void setHours(String hours) {
        read();
        this.hours = hours == null ? "" : hours;
    }

    public String getMail() {
        read();
        return mail;
    }

    public void setMail(String mail) {
        read();
        this.mail = MailAddress.narrow(mail);
    }
}
