package tsunagu.seeker.web;

import java.util.MissingResourceException;
import tsunagu.shared.Words;

/** Names of fields in what is told to a person. */
final class OwnDataLabels {

    private OwnDataLabels() {}

    /** @param field "phone", or a wish: "AREA", "AREA.weight" */
    static String of(String field) {
        String name = field.endsWith(".weight") ? field.substring(0, field.length() - ".weight".length()) : field;
        try {
            String label = Words.japanese((name.equals(name.toUpperCase(java.util.Locale.ROOT)) ? "seeker.wish." : "seeker.data.") + name);
            return name.equals(field) ? label : label + " " + Words.japanese("seeker.weight");
        } catch (MissingResourceException unnamed) {
            return field;
        }
    }
}
