package tsunagu.plan;

import java.util.Locale;

/** How sure the plan's data are of a figure. Anything but CERTAIN is never shown without its note. */
public enum Confidence {
    CERTAIN,
    /** A reading error of the paper was mended, for the reason in the note. */
    CORRECTED,
    /** The paper itself is unclear. */
    DOUBTFUL;

    static Confidence of(String stored) {
        return stored == null ? CERTAIN : valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
