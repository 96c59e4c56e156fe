package tsunagu.privacy;

import java.time.LocalDate;

/**
 * What somebody asks of the city under the law, as staff see it.
 *
 * @param kind PrivacyRequest.Kind
 * @param outcome null: waits
 * @param extendedWhy "" when it was not
 */
public record CaseView(
        long id,
        String kind,
        String channel,
        String identity,
        String name,
        String contact,
        String words,
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
