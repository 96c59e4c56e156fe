package tsunagu.opendata.web;

import java.time.Instant;
import tsunagu.shared.FiscalYear;

/** Moments as the API writes them: ISO 8601 with the offset of Japan, seconds only where there are any. */
final class JapanTime {

    private JapanTime() {}

    static String of(Instant moment) {
        return moment.atZone(FiscalYear.ZONE).toOffsetDateTime().toString();
    }
}
