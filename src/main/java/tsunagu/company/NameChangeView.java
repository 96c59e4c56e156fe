package tsunagu.company;

import java.time.Instant;
import java.util.List;

/**
 * A wish for another name, reading or website.
 *
 * @param now what is public
 * @param official the wished name, reading or website looks like that of a public body
 * @param alike other companies of that name
 * @param comment of the city, "" before
 */
public record NameChangeView(
        String code,
        NameChangeState state,
        CompanyName company,
        PublicName now,
        PublicName wanted,
        boolean official,
        List<CompanyName> alike,
        String comment,
        Instant askedAt,
        int version) {

    public boolean waiting() {
        return state == NameChangeState.WAITING;
    }
}
