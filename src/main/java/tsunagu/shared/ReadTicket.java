package tsunagu.shared;

import java.text.Normalizer;

/**
 * What a ticket's code says, out of what a reader or a keyboard made of it. Hand scanners are keyboards: one that is set to another
 * country's types other signs, an input method widens them, a mark of the kind of code (AIM, "]Q1") or of byte order stands before it. A
 * ticket's address is its code, too. Compiled to JavaScript for the door's page as well, see {@link CheckedDigits}.
 */
public final class ReadTicket {

    private static final String ADDRESS = "tickets/";

    /** "]", and what a scanner set to an American keyboard makes of it on a Japanese one. */
    private static final String AIM = "][";

    private static final int AIM_LENGTH = 3;

    private ReadTicket() {}

    public static String in(String read) {
        return inNormalized(Normalizer.normalize(read, Normalizer.Form.NFKC));
    }

    /** @param nfkc the text after NFKC @return as {@link #in} */
    public static String inNormalized(String nfkc) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < nfkc.length(); i++) {
            char each = nfkc.charAt(i);
            if (each > ' ' && each != '\u007f' && !FoldedName.space(each)) {
                kept.append(each);
            }
        }
        String read = kept.toString();
        if (read.length() > AIM_LENGTH && AIM.indexOf(read.charAt(0)) >= 0 && letter(read.charAt(1)) && alphabet(read.charAt(2))) {
            read = read.substring(AIM_LENGTH);
        }
        int address = read.lastIndexOf(ADDRESS);
        if (address >= 0) {
            int end = address + ADDRESS.length();
            while (end < read.length() && alphabet(read.charAt(end))) {
                end++;
            }
            read = read.substring(address + ADDRESS.length(), end);
        }
        // The codes are base64url, which has no "=": it is the "_" of another keyboard.
        return read.replace('=', '_');
    }

    private static boolean letter(char each) {
        return each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z';
    }

    private static boolean alphabet(char each) {
        return letter(each) || each >= '0' && each <= '9' || each == '-' || each == '_' || each == '=';
    }
}
