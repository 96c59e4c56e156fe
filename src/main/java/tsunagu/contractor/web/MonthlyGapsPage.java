package tsunagu.contractor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.contractor.MonthlyService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Months that contractors have not reported, whom to ask, and asking them. */
@Named
@RequestScoped
public class MonthlyGapsPage {

    @Inject
    private MonthlyService monthly;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<MonthlyService.Silence> silences;

    public List<MonthlyService.Silence> of(FiscalYear year) {
        if (silences == null) {
            silences = monthly.silences(year);
        }
        return silences;
    }

    /** "4, 5, 9": the numbers of the months. */
    public String months(MonthlyService.Silence silence) {
        return silence.months().stream()
                .map(each -> Integer.toString(each.getMonthValue()))
                .collect(Collectors.joining(", "));
    }

    public void remind() {
        FiscalYear year = FiscalYear.parse(act.seen());
        if (errors.attempt(() -> monthly.remind(act.record(), year))) {
            web.go(web.url("/staff/year") + "?year=" + year.code() + "&done=asked");
        }
    }
}
