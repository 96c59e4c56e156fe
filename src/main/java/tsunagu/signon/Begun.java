package tsunagu.signon;

import java.util.Locale;
import tsunagu.shared.Languages;
import tsunagu.shared.Secrets;

/**
 * Somebody was sent to a provider, and this browser is waited for. Kept by the browser, sealed, for ten minutes; all three secrets are of
 * this one try.
 *
 * @param state comes back in the address: the answer is to a question of this browser
 * @param nonce comes back in the provider's signed word: that word is an answer to this question
 * @param verifier without it the code from the address is worth nothing (PKCE)
 * @param link true when somebody signed in wants to link it; false to sign in
 * @param next page of the portal to go on to, "" for none
 * @param language of the page on which they began
 */
public record Begun(Way way, String state, String nonce, String verifier, boolean link, String next, String language) {

    public static Begun now(Way way, boolean link, String next, Locale language) {
        return new Begun(
                way,
                Secrets.token(),
                Secrets.token(),
                // RFC 7636 asks for 43 signs at least
                Secrets.token() + Secrets.token(),
                link,
                next,
                Languages.word(language));
    }

    public Locale locale() {
        return Languages.named(language);
    }
}
