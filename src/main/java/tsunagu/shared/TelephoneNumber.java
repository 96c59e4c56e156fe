package tsunagu.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as people type it: wide digits, any dash, dots, brackets, +81, an extension (内線). The one reader of all forms and texts.
 * It is kept as it is written in its country (0191-21-2111 内線 123; a foreign one with its +), so the same number typed in two ways is one.
 */
public final class TelephoneNumber {

    private static final String COUNTRY = "JP";
    private static final int LONGEST = 60;
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Long vowel marks, also of half width, that stand for dashes, and the dashes the library does not know. */
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212\u30fc\uff70\u2500\u2501\u02d7\u2043\u207b\u208b\u223c\u301c~]");

    /** 内線, also in brackets or as 内. */
    private static final Pattern EXTENSION = Pattern.compile("[\\s(（\\[,、]*\u5185\u7dda?[\\s)\\]:.\u756a\u53f7]*([0-9]{1,7})[\\s)\\]\u756a]*$");

    /** What typing and copying puts before a number. */
    private static final Pattern BEFORE = Pattern.compile("^\\s*(?:tel|phone|\u96fb\u8a71(?:\u756a\u53f7)?|\u2121|\u260e|\u260f)\\s*[:.]?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNS = Pattern.compile("\\+?[0-9\\s().\\-/\\[\\]]+");

    private TelephoneNumber() {}

    /** @param from and {@code to} where in the text it stands; {@code dialled} as a telephone needs it, +81191212111 */
    public record Found(int from, int to, String dialled) {}

    /** @return as it is kept; empty when it is no number, or one with too few or too many digits */
    public static Optional<String> read(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = CleanText.of(Normalizer.normalize(typed, Normalizer.Form.NFKC)).strip();
        plain = BEFORE.matcher(DASH.matcher(plain).replaceAll("-")).replaceFirst("").strip();
        String extension = "";
        var inside = EXTENSION.matcher(plain);
        if (inside.find()) {
            extension = inside.group(1);
            plain = plain.substring(0, inside.start()).strip();
        }
        // Letters are no digits here, though the library would dial them; brackets around the first part are common.
        if (!SIGNS.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = LIBRARY.parse(plain, COUNTRY);
            boolean here = number.getCountryCode() == LIBRARY.getCountryCodeForRegion(COUNTRY);
            // Behind the zero, numbers here have nine or ten digits; the library would also take the 17 of machines.
            if (!LIBRARY.isPossibleNumber(number) || here && !LIBRARY.getNationalSignificantNumber(number).matches("[0-9]{9,10}")) {
                return Optional.empty();
            }
            String written = LIBRARY.format(number, here ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
            return Optional.of(extension.isEmpty() ? written : written + " \u5185\u7dda " + extension);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** As {@link #read}, and only a number that is given to somebody in its country. */
    static Optional<String> valid(String typed) {
        try {
            return LIBRARY.isValidNumber(LIBRARY.parse(typed, COUNTRY)) ? read(typed) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** As it is kept where it can be read; what cannot is left for the form's own sentence. */
    public static String tidy(String typed) {
        return typed == null ? null : read(typed).orElse(typed.strip());
    }

    /** The numbers in a text, one after the other. */
    public static List<Found> in(String text) {
        // One sign for one sign, so that places stay: wide digits and dashes as a match needs them.
        StringBuilder plain = new StringBuilder(text.length());
        for (char each : text.toCharArray()) {
            boolean wide = each >= '\uff01' && each <= '\uff5e';
            char narrow = wide ? (char) (each - 0xfee0) : each;
            plain.append(narrow != '~' && DASH.matcher(String.valueOf(narrow)).matches() ? '-' : narrow);
        }
        List<Found> found = new ArrayList<>();
        for (PhoneNumberMatch each : LIBRARY.findNumbers(plain, COUNTRY, Leniency.VALID, 100)) {
            found.add(new Found(each.start(), each.end(), LIBRARY.format(each.number(), PhoneNumberFormat.E164)));
        }
        return found;
    }
}
