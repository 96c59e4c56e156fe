package tsunagu.shared;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address for letters, as typed: full-width letters become narrow. Whether it exists, only a letter can tell; what can never be
 * delivered is refused (RFC 5321 lengths, the letters RFC 5322 has before the sign, a host of letters, digits and hyphens, RFC 1123 and 5892).
 */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}0-9!#$%&'*+/=?^_`{|}~.\\-]{1,64}@(?<host>[^@]+)");

    /** Labels of one script's letters and digits; the last one has no digit and mixes nothing: "com" with an honorific behind it is none. */
    private static final Pattern HOST = Pattern.compile(
            "(?:(?!-)[\\p{L}\\p{M}\\p{Nd}\u30fb-]{1,63}(?<!-)\\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{2,59}|[\\p{L}\\p{M}&&[^\\x00-\\x7f]]{1,63})");

    /** As letters and address books show it: the address in pointed brackets, a name before it. */
    private static final Pattern NAMED = Pattern.compile("[^<>]*<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\u034f\u115f\u1160\u3164\u180b-\u180f\ufe00-\ufe0f\\x{E0100}-\\x{E01EF}]");

    private MailAddress() {}

    /**
     * As a letter needs it: full-width letters narrow, nothing around it, and none of the signs that copying brings and nobody sees (zero-width
     * spaces, byte order marks, soft hyphens, joiners, selectors): with one the same address would be a second person.
     */
    public static String narrow(String typed) {
        if (typed == null) {
            return "";
        }
        String plain = INVISIBLE.matcher(ascii(typed)).replaceAll("").strip();
        Matcher named = NAMED.matcher(plain);
        plain = (named.matches() ? named.group(1) : plain)
                .replaceFirst("(?i)^(?:mailto|e-?mail)\\s*:\\s*", "")
                .replaceFirst("[.,;\u3001]+$", "")
                // The input method's dashes, where only "-" can stand.
                .replaceAll("(?<=[\\x21-\\x7e])[\u2010-\u2015\u2212\u30fc](?=[\\x21-\\x7e])", "-");
        // Carriers' addresses, quoted as RFC 5321 asks: the same person as without.
        return plain.replaceFirst("^\"([^\"\\\\\\s@]+)\"@", "$1@");
    }

    /** Wide letters and signs narrow, the full stop of Japanese a dot (RFC 3490, 3.1). Nothing else: a one in a circle is no one. */
    private static String ascii(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        for (char each : typed.toCharArray()) {
            boolean wide = each >= '\uff01' && each <= '\uff5e';
            boolean dot = each == '\u3002' || each == '\uff61';
            narrow.append(wide ? (char) (each - 0xfee0) : dot ? '.' : each == '\u3000' ? ' ' : each);
        }
        return narrow.toString();
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
        Matcher form = FORM.matcher(address);
        return address.length() <= LONGEST
                && form.matches()
                && HOST.matcher(form.group("host")).matches()
                && deliverable(address);
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
