package tsunagu.scout;

import java.time.Instant;

/**
 * An invitation, as one of the two sees it.
 *
 * @param person who accepted, for the company; null otherwise
 * @param with the company; or the person's code, their name once they accepted
 * @param email of the person, for the company once they accepted; "" otherwise
 * @param state SENT, ACCEPTED, DECLINED or LAPSED
 */
public record ScoutInvitation(
        String code,
        Long person,
        String with,
        String email,
        String posting,
        String words,
        String state,
        Instant sentAt,
        Instant lapsesAt) {

    public boolean open() {
        return state.equals("SENT");
    }
}
