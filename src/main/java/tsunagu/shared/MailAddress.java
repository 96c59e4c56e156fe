package tsunagu.shared;

import java.net.IDN;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * An address for letters, as typed: full-width letters become narrow. Whether it exists, only a letter can tell, so the
 * pattern asks for little (RFC 5321 lengths; no spaces, one @, a dot in the host).
 */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]+\\.[^\\s@.<>,;:\"\\p{Cntrl}]+");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\u034f\u115f\u1160\u3164\u180b-\u180f\ufe00-\ufe0f\\x{E0100}-\\x{E01EF}]");

    private MailAddress() {}

    /**
     * As a letter needs it: full-width letters narrow, nothing around it, and none of the signs that copying brings and nobody sees (zero-width
     * spaces, byte order marks, soft hyphens, joiners, selectors): with one the same address would be a second person.
     */
    public static String narrow(String typed) {
        return typed == null
                ? ""
                : INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("").strip();
    }

    /**
     * As the mail server needs it: what stands before the sign is quoted where the standard asks for that (RFC 5321: dots that stand
     * together or at an end, as carriers gave them out), a host in Japanese is written in ASCII (RFC 5890).
     */
    public static String forDelivery(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return address;
        }
        String local = address.substring(0, at);
        String host = IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
        boolean quoted = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        return (quoted ? '"' + local + '"' : local) + '@' + host;
    }

    public static boolean plausible(String typed) {
        String address = narrow(typed);
        return address.length() <= LONGEST && FORM.matcher(address).matches() && deliverable(address);
    }

    /** The host can be written in ASCII: labels of at most 63 signs, none of them empty. */
    private static boolean deliverable(String address) {
        try {
            String host = forDelivery(address);
            return host.substring(host.lastIndexOf('@') + 1).matches("(?!-)[^.]+(\\.[^.]+)+");
        } catch (IllegalArgumentException noHost) {
            return false;
        }
    }

    /** @throws DomainException when no letter can go there */
    public static String checked(String typed) {
        if (!plausible(typed)) {
            throw new DomainException("web.error.mailAddress");
        }
        return narrow(typed);
    }
}
