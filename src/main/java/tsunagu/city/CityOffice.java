package tsunagu.city;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import tsunagu.shared.CityContact;
import tsunagu.shared.MailHours;
import tsunagu.shared.Municipality;

/** The one row that says whose portal it is, where people turn to, and in which hours they are written to. There from the beginning, empty until it is set. */
@Entity
@Table(name = "city_office")
class CityOffice {

    static final int ONLY = 1;

    @Id
    private int id;

    private String office;

    private String phone;

    private String hours;

    private String mail;

    @Column(name = "mail_from")
    private int mailFrom;

    @Column(name = "mail_until")
    private int mailUntil;

    private String name;

    private String reading;

    private String english;

    private String code;

    private String prefecture;

    @Column(name = "prefecture_reading")
    private String prefectureReading;

    @Column(name = "prefecture_english")
    private String prefectureEnglish;

    /** Set beside this, with the picture. */
    @Column(insertable = false, updatable = false)
    private String crest;

    @Version
    private int version;

    protected CityOffice() {}

    void set(CityOfficeForm form) {
        office = form.office().strip();
        phone = form.phone().strip();
        hours = form.hours().strip();
        mail = form.mail().strip();
        MailHours writing = new MailHours(form.mailFrom(), form.mailUntil());
        mailFrom = writing.from();
        mailUntil = writing.until();
        Municipality city = form.municipality();
        name = city.name();
        reading = city.reading();
        english = city.english();
        code = city.code();
        prefecture = city.prefecture();
        prefectureReading = city.prefectureReading();
        prefectureEnglish = city.prefectureEnglish();
    }

    Municipality municipality() {
        return new Municipality(name, reading, english, code, prefecture, prefectureReading, prefectureEnglish);
    }

    CityContact contact() {
        return new CityContact(office, phone, hours, mail, crest);
    }

    MailHours mailHours() {
        return new MailHours(mailFrom, mailUntil);
    }

    int version() {
        return version;
    }
}
