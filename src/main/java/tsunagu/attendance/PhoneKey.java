package tsunagu.attendance;

import tsunagu.shared.Secrets;

/** What a phone made for itself, to be known by at the doors of all sessions; only its digest is kept. */
public final class PhoneKey {

    private PhoneKey() {}

    /** @return null for what no page of ours says */
    public static String mark(String key) {
        return Secrets.plausible(key) ? Secrets.digest(key) : null;
    }
}
