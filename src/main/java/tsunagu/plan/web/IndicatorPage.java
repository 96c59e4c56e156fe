package tsunagu.plan.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Web;

/** One indicator over the years, with what it is made of. */
@Named
@RequestScoped
public class IndicatorPage {

    @Inject
    private IndicatorService indicators;

    @Inject
    private Web web;

    private Indicator indicator;

    public Indicator getIndicator() {
        if (indicator == null) {
            indicator = indicators.indicator(web.value("indicator"));
        }
        return indicator;
    }

    public TrendChart getChart() {
        return TrendChart.of(getIndicator(), null);
    }

    public List<IndicatorService.Term> getTerms() {
        return indicators.terms(
                getIndicator().code(), new FiscalYear(getIndicator().targetYear()));
    }
}
