package tsunagu.event;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 出展: where a company stands in the hall.
 *
 * @param booth "A-1"; "" when booths have no numbers
 * @param staff who stands there, as the company wants it said; ""
 */
public record Exhibit(String booth, String staff) {

    private static final Pattern DASH = Pattern.compile("(?<=[A-Z0-9])[\\u2010-\\u2015\\u2212\\u30fc](?=[A-Z0-9])");

    /** A booth's number as the hall's plan has it, however it was typed: half-width, capitals, one kind of dash. */
    public Exhibit {
        booth = DASH.matcher(Normalizer.normalize(booth.strip(), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT))
                .replaceAll("-");
        staff = staff.strip();
    }

    public static Exhibit at(String booth) {
        return new Exhibit(booth, "");
    }
}
