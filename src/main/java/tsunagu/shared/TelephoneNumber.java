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
    private static final Pattern DASH =
            Pattern.compile("[\\p{Pd}\u2212\u30fc\uff70\u2500\u2501\u02d7\u2043\u207b\u208b\u223c\u301c~]");

    /** Dashes between digits only: a middle dot, a comma, an underscore, the kanji for one. */
    private static final Pattern DASH_WITHIN = Pattern.compile("(?<=[0-9])[\u30fb,_\u4e00](?=[0-9])");

    /** 内線, also in brackets, as 内, ext or x, with a mark of number. */
    private static final Pattern EXTENSION = Pattern.compile(
            "[\\s(\\[,\u3001\u30fb;]*(?:\u5185\u7dda?|(?:ext|x)(?:\\b|(?=[0-9])))[\\s(\\[)\\]:=.#\\-\u756a\u53f7]*(?:no\\.?)?\\s*([0-9]{1,7})[\\s)\\]\u756a]*$",
            Pattern.CASE_INSENSITIVE);

    /** What typing and copying puts before a number. */
    private static final Pattern BEFORE = Pattern.compile(
            "^[\\s=\"']*(?:(?:tel|phone|fax|\u304a?\u96fb\u8a71(?:\u756a\u53f7)?|\u30d5\u30a1\u30c3?\u30af\u30b9|\u643a\u5e2f(?:\u96fb\u8a71)?|\u4ee3\u8868|\u76f4\u901a|\u30d5\u30ea\u30fc\u30c0\u30a4\u30e4\u30eb|\u30ca\u30d3\u30c0\u30a4\u30e4\u30eb|\u260e|\u260f|\ud83d\udcde|\ud83d\udcf1)[\\s:./\u30fb]*)+",
            Pattern.CASE_INSENSITIVE);

    /** Whose or what kind of number it is, in brackets; and the mark of a switchboard at the end. */
    private static final Pattern MARK = Pattern.compile(
            "\\s*[(\\[](?:\u4ee3\u8868?|\u76f4\u901a|\u643a\u5e2f(?:\u96fb\u8a71)?|\u81ea\u5b85|\u4f1a\u793e|fax(?:\u517c\u7528)?|tel/fax)[)\\]]\\s*|\\s*\u4ee3\u8868?$",
            Pattern.CASE_INSENSITIVE);

    /** Behind the zero: ten digits of what has no place (mobile, IP, 0800), nine of everything else. */
    private static final Pattern HERE = Pattern.compile("[25-9]0[0-9]{8}|(?![25-9]0)[1-9][0-9]{8}");

    private static final Pattern SIGNS = Pattern.compile("\\+?[0-9\\s().\\-/\\[\\]]+");

    private TelephoneNumber() {}

    /** @param from and {@code to} where in the text it stands; {@code dialled} as a telephone needs it, +81191212111 */
    public record Found(int from, int to, String dialled) {}

    /** @return as it is kept; empty when it is no number, or one with too few or too many digits */
    public static Optional<String> read(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(typed);
        String extension = "";
        var inside = EXTENSION.matcher(plain);
        if (inside.find()) {
            extension = inside.group(1);
            plain = plain.substring(0, inside.start()).strip();
        }
        // Letters are no digits here, though the library would dial them; brackets around the first part are common.
        if (!SIGNS.matcher(plain).matches() || !plain.matches("[(\\[\\s]*[0+].*")) {
            // Without the zero before it, it is half a number: what a spreadsheet ate is asked about (EatenZero), and
            // never mended.
            return Optional.empty();
        }
        try {
            PhoneNumber number = LIBRARY.parse(plain, COUNTRY);
            boolean here = number.getCountryCode() == LIBRARY.getCountryCodeForRegion(COUNTRY);
            // The library would also take one digit too many, and the 17 of machines.
            if (!LIBRARY.isPossibleNumber(number)
                    || here
                            && !HERE.matcher(LIBRARY.getNationalSignificantNumber(number))
                                    .matches()) {
                return Optional.empty();
            }
            String written =
                    LIBRARY.format(number, here ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
            return Optional.of(extension.isEmpty() ? written : written + " \u5185\u7dda " + extension);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Narrow, with one kind of dash and of bracket, and without what stands around the number. */
    private static String plain(String typed) {
        String plain = CleanText.of(Normalizer.normalize(typed.replace("\u2116", "No"), Normalizer.Form.NFKC))
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\u3014\u3010\u3008\u300c]", "(")
                .replaceAll("[\u3015\u3011\u3009\u300d]", ")");
        plain = DASH_WITHIN.matcher(BEFORE.matcher(plain).replaceFirst("")).replaceAll("-");
        plain = MARK.matcher(DASH.matcher(plain).replaceAll("-"))
                .replaceAll(" ")
                .strip();
        return plain.replaceFirst("[\\s\"'\u3002\u3001,.;]+$", "")
                .replaceFirst("^0081(?=[-\\s(])", "+81")
                .replaceFirst("^001[-\\s]+(?:010[-\\s]+)?(?=[1-9])", "+");
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
