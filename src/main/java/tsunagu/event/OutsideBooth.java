package tsunagu.event;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import tsunagu.shared.SealedTextConverter;

/** An {@link OutsideExhibit} as stored. */
@Embeddable
class OutsideBooth {

    private String booth;

    private String staff;

    @Convert(converter = SealedTextConverter.class)
    private String contact;

    @Convert(converter = SealedTextConverter.class)
    private String mail;

    protected OutsideBooth() {}

    OutsideBooth(OutsideExhibit outside) {
        booth = outside.exhibit().booth();
        staff = outside.exhibit().staff();
        contact = outside.contact();
        mail = outside.mail();
    }

    OutsideExhibit view() {
        return new OutsideExhibit(new Exhibit(booth, staff), contact == null ? "" : contact, mail == null ? "" : mail);
    }
}
