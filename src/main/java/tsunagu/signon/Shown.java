package tsunagu.signon;

import tsunagu.account.ProvenSubject;

/**
 * Whom a provider has shown, a moment ago and to this browser.
 *
 * @param issuer and subject name the person; both signed by the provider
 * @param name as the provider calls them, "" for nothing said; shown to them and no more
 * @param email the same; nobody has confirmed it to this portal
 */
public record Shown(Way way, String issuer, String subject, String name, String email) {

    public ProvenSubject proven() {
        return new ProvenSubject(way.kind(), issuer, subject);
    }
}
