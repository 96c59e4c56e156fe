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
import tsunagu.shared.Municipality;
import tsunagu.shared.Upload;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
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
    private Texts texts;

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
    private String name;
    private String reading;
    private String english;
    private String code;
    private String prefecture;
    private String prefectureReading;
    private String prefectureEnglish;

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
            Municipality city = view.municipality();
            name = city.name();
            reading = city.reading();
            english = city.english();
            code = city.code();
            prefecture = city.prefecture();
            prefectureReading = city.prefectureReading();
            prefectureEnglish = city.prefectureEnglish();
            read = true;
        }
    }

    public void save() {
        CityOfficeForm form = new CityOfficeForm(
                office,
                phone,
                hours,
                mail,
                mailFrom,
                mailUntil,
                new Municipality(name, reading, english, code, prefecture, prefectureReading, prefectureEnglish));
        if (errors.attempt(() -> offices.set(form, version), Map.of("city.error.mailHours", "mailUntil"))) {
            web.go(web.url("/staff/contact") + "?done=contact");
        }
    }

    /** Why the picture that was sent was not taken; "" for nothing. */
    public String getProblem() {
        return web.parameter("problem")
                .map(each -> "web.error." + each)
                .filter(texts::has)
                .map(key -> texts.of(key, Upload.MOST_PICTURE_BYTES / 1024 / 1024))
                .orElse("");
    }

    public void removeCrest() {
        if (errors.attempt(() -> offices.removeCrest())) {
            web.go(web.url("/staff/contact") + "?done=crest-gone");
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

    public String getName() {
        read();
        return name;
    }

    public void setName(String name) {
        read();
        this.name = name == null ? "" : name.strip();
    }

    public String getReading() {
        read();
        return reading;
    }

    public void setReading(String reading) {
        read();
        this.reading = reading == null ? "" : reading.strip();
    }

    public String getEnglish() {
        read();
        return english;
    }

    public void setEnglish(String english) {
        read();
        this.english = english == null ? "" : english.strip();
    }

    public String getCode() {
        read();
        return code;
    }

    public void setCode(String code) {
        read();
        this.code = code == null ? "" : code.strip();
    }

    public String getPrefecture() {
        read();
        return prefecture;
    }

    public void setPrefecture(String prefecture) {
        read();
        this.prefecture = prefecture == null ? "" : prefecture.strip();
    }

    public String getPrefectureReading() {
        read();
        return prefectureReading;
    }

    public void setPrefectureReading(String prefectureReading) {
        read();
        this.prefectureReading = prefectureReading == null ? "" : prefectureReading.strip();
    }

    public String getPrefectureEnglish() {
        read();
        return prefectureEnglish;
    }

    public void setPrefectureEnglish(String prefectureEnglish) {
        read();
        this.prefectureEnglish = prefectureEnglish == null ? "" : prefectureEnglish.strip();
    }
}
