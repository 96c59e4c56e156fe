package tsunagu.event;

import jakarta.persistence.Embeddable;

/** An {@link OutsideExhibit} as stored. */
@Embeddable
class OutsideBooth {

    private String booth;

    private String staff;

    private String contact;

    private String mail;

    protected OutsideBooth() {}

    OutsideBooth(OutsideExhibit outside) {
        booth = outside.exhibit().booth();
        staff = outside.exhibit().staff();
        contact = outside.contact();
        mail = outside.mail();
    }

    OutsideExhibit view() {
        return new OutsideExhibit(new Exhibit(booth, staff), contact, mail);
    }
}
