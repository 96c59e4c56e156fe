package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
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

    /** With exactly one decimal: rates. */
    public String rate(BigDecimal value) {
        return new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
