package tsunagu.company;

import java.time.Instant;

/**
 * Somebody asked to be admitted with the number of a company that is there already: as its owners see it, who say whether they know them.
 *
 * @param code of the request
 * @param version of the request as it was seen
 */
public record Joining(
        String code, long person, String name, String email, String phone, Instant askedAt, int version) {}
