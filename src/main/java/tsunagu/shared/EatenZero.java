package tsunagu.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;

/**
 * What a spreadsheet leaves of a number that begins with zero: 0191-21-2111 typed without dashes becomes 191212111, the postcode 021-0053
 * becomes 210053. Nobody can tell for certain, so it is asked, and never kept or mended without a word.
 */
public final class EatenZero {

    private static final int POSTCODE = 7;

    /** Area code and number behind the zero. */
    private static final String WITHOUT_ZERO = "[1-9][0-9]{8,9}";

    private EatenZero() {}

    /** @return the telephone number it probably was; empty for everything else */
    public static Optional<String> telephone(String cell) {
        String digits = digits(cell);
        // +81 is read by itself; the many digits of a foreign number are no doubt either.
        return digits.matches(WITHOUT_ZERO) ? TelephoneNumber.valid("0" + digits) : Optional.empty();
    }

    /** @return the postcode it probably was, 021-0053; postcodes of Hokkaido, Aomori, Iwate, Akita and Miyagi's north begin with 0 */
    public static Optional<String> postcode(String cell) {
        String digits = digits(cell);
        boolean eaten = digits.matches("[1-9][0-9]{4,5}");
        String whole = "0".repeat(Math.max(0, POSTCODE - digits.length())) + digits;
        return eaten ? Optional.of(whole.substring(0, 3) + "-" + whole.substring(3)) : Optional.empty();
    }

    /**
     * @param length of the whole number
     * @return with its zeros, when it is digits alone and one or two are missing
     */
    public static Optional<String> code(String cell, int length) {
        String digits = digits(cell);
        boolean eaten = digits.matches("[1-9][0-9]*") && digits.length() < length && digits.length() >= length - 2;
        return eaten ? Optional.of("0".repeat(length - digits.length()) + digits) : Optional.empty();
    }

    private static String digits(String cell) {
        String plain = cell == null
                ? ""
                : Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        if (plain.matches("[1-9](?:\\.[0-9]{1,12})?[eE]\\+?[0-9]{1,2}")) {
            return new BigDecimal(plain).setScale(0, RoundingMode.DOWN).toPlainString();
        }
        return plain.replaceFirst("^\u3012", "").replaceFirst("\\.0+$", "").replaceAll("(?<=[0-9])-(?=[0-9])", "");
    }
}
