package tsunagu.event;

/**
 * Who has no entry in the city's register of companies and shows something at an event.
 *
 * @param contact whom to reach and where, for the organiser only; ""
 * @param mail ""; without it they are told nothing by letter
 */
public record OutsideExhibit(Exhibit exhibit, String contact, String mail) {

    public OutsideExhibit {
        contact = contact.strip();
        mail = mail.strip();
    }
}
