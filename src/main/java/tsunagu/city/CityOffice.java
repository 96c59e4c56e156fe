package tsunagu.city;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import tsunagu.shared.CityContact;

/** The one row that says where people turn to. There from the beginning, empty until it is set. */
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

    @Version
    private int version;

    protected CityOffice() {}

    void set(CityOfficeForm form) {
        office = form.office().strip();
        phone = form.phone().strip();
        hours = form.hours().strip();
        mail = form.mail().strip();
    }

    CityContact contact() {
        return new CityContact(office, phone, hours, mail);
    }

    int version() {
        return version;
    }
}
