package tsunagu.event;

import jakarta.persistence.Embeddable;
import tsunagu.shared.SealedText;

/** An {@link OutsideExhibit} as stored. */
@Embeddable
class OutsideBooth {

    private String booth;

    private String staff;

    /** Sealed as they stand in the table: JPA finds the row of a collection by all its columns, and what is sealed anew is never the same. */
    private byte[] contact;

    private byte[] mail;

    protected OutsideBooth() {}

    OutsideBooth(OutsideExhibit outside) {
        booth = outside.exhibit().booth();
        staff = outside.exhibit().staff();
        contact = SealedText.seal(outside.contact());
        mail = SealedText.seal(outside.mail());
    }

    OutsideExhibit view() {
        return new OutsideExhibit(new Exhibit(booth, staff), SealedText.open(contact), SealedText.open(mail));
    }
}
