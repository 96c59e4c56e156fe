package tsunagu.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * An address for letters, as typed: full-width letters become narrow. Whether it exists, only a letter can tell, so the
 * pattern asks for little (RFC 5321 lengths; no spaces, one @, a dot in the host).
 */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]+\\.[^\\s@.<>,;:\"\\p{Cntrl}]+");

    private MailAddress() {}

    /** As a letter needs it: full-width letters narrow, nothing around it. */
    public static String narrow(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    public static boolean plausible(String typed) {
        String address = narrow(typed);
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    /** @throws DomainException when no letter can go there */
    public static String checked(String typed) {
        if (!plausible(typed)) {
            throw new DomainException("web.error.mailAddress");
        }
        return narrow(typed);
    }
}
