package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.posting.BelowFloor;
import tsunagu.posting.FloorService;
import tsunagu.posting.rules.MinimumWage;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
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

    private List<MinimumWage> rows;
    private List<BelowFloor> below;
    private String name = "";
    private String yen = "";
    private String validFrom = "";

    public List<MinimumWage> getRows() {
        if (rows == null) {
            rows = wages.table().rows();
        }
        return rows;
    }

    public List<String> getNames() {
        return getRows().stream().map(MinimumWage::name).distinct().toList();
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
        if (errors.isNone()
                && errors.attempt(
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
