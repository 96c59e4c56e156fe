package tsunagu.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a ticket's code says, out of what a reader or a keyboard made of it. Hand scanners are keyboards: one that is set to another
 * country's types other signs, an input method widens them, a mark of the kind of code (AIM, "]Q1") or of byte order stands before it. A
 * ticket's address is its code, too. Compiled to JavaScript for the door's page as well, see {@link CheckedDigits}.
 */
public final class ReadTicket {

    private static final String ADDRESS = "tickets/";

    /** "]", and what a scanner set to an American keyboard makes of it on a Japanese one, with and without the shift key. */
    private static final String AIM = "][{}\u300c\u300d\\";

    private static final int AIM_LENGTH = 3;

    /** Letters of a ticket's own code. */
    private static final int CODE_LENGTH = 22;

    /** What an input method makes of "-". */
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc";

    private static final String QUOTES = "\"'";

    private ReadTicket() {}

    public static String in(String read) {
        return inNormalized(Normalizer.normalize(read, Normalizer.Form.NFKC));
    }

    /** @param nfkc the text after NFKC @return as {@link #in} */
    public static String inNormalized(String nfkc) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < nfkc.length(); i++) {
            char each = nfkc.charAt(i);
            if (each > ' ' && each != '\u007f' && !FoldedName.space(each) && !FoldedName.unseen(each)) {
                kept.append(DASHES.indexOf(each) >= 0 ? '-' : each);
            }
        }
        String read = kept.toString();
        if (read.length() > AIM_LENGTH
                && AIM.indexOf(read.charAt(0)) >= 0
                && letter(read.charAt(1))
                && alphabet(read.charAt(2))) {
            read = read.substring(AIM_LENGTH);
        }
        if (read.length() > 2
                && QUOTES.indexOf(read.charAt(0)) >= 0
                && read.charAt(read.length() - 1) == read.charAt(0)) {
            read = read.substring(1, read.length() - 1);
        }
        read = ofAddress(read);
        // Sent twice in one go.
        if (read.length() == 2 * CODE_LENGTH && read.substring(0, CODE_LENGTH).equals(read.substring(CODE_LENGTH))) {
            read = read.substring(CODE_LENGTH);
        }
        // The codes are base64url, which has no "=": it is the "_" of another keyboard.
        return read.replace('=', '_');
    }

    /** The code in a ticket's address: what follows the first "tickets/", whatever stands behind a question mark. */
    private static String ofAddress(String read) {
        String plain = read.replace("%2F", "/")
                .replace("%2f", "/")
                .replace("%5F", "_")
                .replace("%5f", "_")
                .replace("%2D", "-")
                .replace("%2d", "-");
        int address = plain.toLowerCase(Locale.ROOT).indexOf(ADDRESS);
        if (address < 0) {
            return read;
        }
        int begin = address + ADDRESS.length();
        while (begin < plain.length() && plain.charAt(begin) == '/') {
            begin++;
        }
        int end = begin;
        while (end < plain.length() && alphabet(plain.charAt(end))) {
            end++;
        }
        return plain.substring(begin, end);
    }

    private static boolean letter(char each) {
        return each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z';
    }

    private static boolean alphabet(char each) {
        return letter(each) || each >= '0' && each <= '9' || each == '-' || each == '_' || each == '=';
    }
}
