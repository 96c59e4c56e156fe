package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.posting.BelowFloor;
import tsunagu.posting.FloorService;
import tsunagu.posting.rules.EnteredWage;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff enter an announced minimum wage, and see which live postings it reaches. */
@Named
@RequestScoped
public class MinimumWagePage {

    @Inject
    private MinimumWageService wages;

    @Inject
    private FloorService floors;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    @Inject
    private Texts texts;

    private List<EnteredWage> rows;
    private List<String> doubts = List.of();
    private List<BelowFloor> below;
    private String name = "";
    private String yen = "";
    private String validFrom = "";

    public List<EnteredWage> getRows() {
        if (rows == null) {
            rows = wages.entered();
        }
        return rows;
    }

    /** What is unlikely about the amount that was to be added; it is added when a tick says that it is right. */
    public List<String> getDoubts() {
        return doubts;
    }

    public List<String> getNames() {
        return getRows().stream().map(each -> each.wage().name()).distinct().toList();
    }

    public List<BelowFloor> getBelow() {
        if (below == null) {
            below = floors.below();
        }
        return below;
    }

    public void add() {
        var typedYen = Typed.wholeNumber(yen);
        var typedDay = Typed.day(validFrom);
        errors.need("name", name, "posting.error.wageName");
        errors.need("yen", !typedYen.unreadable(), "web.error.number");
        errors.need("yen", typedYen.value() != null, "posting.error.wageYen");
        errors.need("validFrom", !typedDay.unreadable(), "web.error.date");
        errors.need("validFrom", typedDay.value() != null, "posting.error.wageDay");
        if (!errors.isNone()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE);
        doubts = wages.table().doubts(name, typedYen.value(), typedDay.value(), today);
        if (!doubts.isEmpty() && act.all("certain").isEmpty()) {
            errors.add("certain", texts.of("posting.error.wageCertain"));
        } else if (errors.attempt(
                () -> wages.add(name, typedYen.value(), typedDay.value()),
                Map.of(
                        "posting.error.wageName",
                        "name",
                        "posting.error.wageYen",
                        "yen",
                        "posting.error.wageDay",
                        "validFrom"))) {
            web.go(web.url("/staff/minimum-wages") + "?done=wage-added");
        }
    }

    public void takeBack() {
        if (errors.attempt(() -> wages.takeBack(act.number()))) {
            web.go(web.url("/staff/minimum-wages") + "?done=wage-taken-back");
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getYen() {
        return yen;
    }

    public void setYen(String yen) {
        this.yen = yen;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }
}
