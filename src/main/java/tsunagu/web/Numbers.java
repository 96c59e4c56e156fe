package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the papers print them: thousands separated, no decimals that say nothing. In pages: {@code #{numbers}}. */
@Named
@ApplicationScoped
public class Numbers {

    public String of(Number value) {
        // A DecimalFormat is not safe to share between threads.
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** The size of a file in KiB, rounded up: a file is never of 0. */
    public String kib(long bytes) {
        return of((bytes + 1023) / 1024);
    }

    /** With exactly one decimal: rates. */
    public String rate(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        // Its own way is to the even neighbour: 54.45 would be 54.4 here and 54.5 in the papers.
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
