package tsunagu.seeker.web;

import java.util.Locale;
import tsunagu.shared.Words;

/** Names of fields in what is told to a person. */
final class OwnDataLabels {

    private OwnDataLabels() {}

    /** @param field "phone", or a wish: "AREA", "AREA.weight" */
    static String of(String field, Locale language) {
        String name = field.endsWith(".weight") ? field.substring(0, field.length() - ".weight".length()) : field;
        try {
            String label = Words.of(
                    (name.equals(name.toUpperCase(Locale.ROOT)) ? "seeker.wish." : "seeker.data.") + name, language);
            return name.equals(field) ? label : label + " " + Words.of("seeker.weight", language);
        } catch (IllegalArgumentException unnamed) {
            return field;
        }
    }
}
