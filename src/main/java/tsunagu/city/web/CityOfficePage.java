package tsunagu.city.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    private int mailFrom;
    private int mailUntil;

    private void read() {
        if (!read) {
            CityOfficeView view = offices.office();
            version = view.version();
            office = view.contact().office();
            phone = view.contact().phone();
            hours = view.contact().hours();
            mail = view.contact().mail();
            mailFrom = view.mailHours().from();
            mailUntil = view.mailHours().until();
            read = true;
        }
    }

    public void save() {
        CityOfficeForm form = new CityOfficeForm(office, phone, hours, mail, mailFrom, mailUntil);
        if (errors.attempt(() -> offices.set(form, version), Map.of("city.error.mailHours", "mailUntil"))) {
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

    /** Hours of a day at which writing may begin. */
    public List<Integer> getBegins() {
        return IntStream.range(0, 24).boxed().toList();
    }

    public List<Integer> getEnds() {
        return IntStream.rangeClosed(1, 24).boxed().toList();
    }

    public int getMailFrom() {
        read();
        return mailFrom;
    }

    public void setMailFrom(int mailFrom) {
        read();
        this.mailFrom = mailFrom;
    }

    public int getMailUntil() {
        read();
        return mailUntil;
    }

    public void setMailUntil(int mailUntil) {
        read();
        this.mailUntil = mailUntil;
    }
}
