package tsunagu.privacy;

import java.time.LocalDate;

/**
 * What somebody asks of the city under the law, as staff see it.
 *
 * @param kind PrivacyRequest.Kind
 * @param outcome null: waits
 * @param asker PrivacyRequest.Asker
 * @param mail "" when there is none
 * @param record page of the desk with what the link holds by which it was asked, otherwise ""
 * @param extendedWhy "" when it was not
 */
public record CaseView(
        long id,
        String kind,
        String channel,
        String identity,
        String asker,
        String name,
        String mail,
        String contact,
        String words,
        String record,
        LocalDate receivedOn,
        LocalDate dueOn,
        String extendedWhy,
        String outcome,
        String answer,
        LocalDate decidedOn,
        int version) {

    /** Its number as people say it. */
    public String number() {
        return Long.toString(id);
    }

    public boolean open() {
        return outcome == null;
    }

    public boolean extended() {
        return !extendedWhy.isEmpty();
    }
}
