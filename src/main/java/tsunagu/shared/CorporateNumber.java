package tsunagu.shared;

import java.text.Normalizer;

/**
 * 法人番号: a check digit and the twelve digits of the base number (法人番号の指定等に関する省令2条).
 *
 * @param digits thirteen digits
 */
public record CorporateNumber(String digits) {

    private static final int BASE_DIGITS = 12;

    /** @throws DomainException when these are not thirteen digits, or the check digit is another one */
    public CorporateNumber {
        if (!digits.matches("[1-9][0-9]{12}")) {
            throw new DomainException("company.error.numberForm");
        }
        if (digits.charAt(0) - '0' != checkDigit(digits.substring(1))) {
            throw new DomainException("company.error.numberCheck");
        }
    }

    /** Full-width digits, hyphens and spaces are fine. */
    public static CorporateNumber parse(String typed) {
        return new CorporateNumber(
                Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\-\u2010-\u2015\u2212\u30fc]", ""));
    }

    /** @param base twelve digits */
    public static int checkDigit(CharSequence base) {
        int sum = 0;
        for (int n = 1; n <= BASE_DIGITS; n++) {
            int digit = base.charAt(BASE_DIGITS - n) - '0';
            sum += digit * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }
}
