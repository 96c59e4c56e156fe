package tsunagu.event;

import jakarta.persistence.Embeddable;

/** An {@link Exhibit} as stored. */
@Embeddable
class Booth {

    private String booth;

    private String staff;

    protected Booth() {}

    Booth(Exhibit exhibit) {
        booth = exhibit.booth();
        staff = exhibit.staff();
    }

    Exhibit view() {
        return new Exhibit(booth, staff);
    }
}
