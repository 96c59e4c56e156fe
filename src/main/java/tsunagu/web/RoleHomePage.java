package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.RoleWork;

/** What waits for whoever looks, whatever roles they have: what has a deadline first, the nearest one above, then the oldest. */
@Named
@RequestScoped
public class RoleHomePage {

    @Inject
    @Any
    private Instance<RoleWork> rooms;

    @Inject
    private Web web;

    private List<RoleWork.Waiting> waiting;

    public List<RoleWork.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = rooms.stream()
                    .filter(each -> web.getActor().hasAny(each.whose()))
                    .flatMap(each -> each.roleWork().stream())
                    .sorted(Comparator.comparing(
                                    RoleWork.Waiting::until, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(RoleWork.Waiting::since, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
        }
        return waiting;
    }

    public LocalDate day(Instant since) {
        return LocalDate.ofInstant(since, FiscalYear.ZONE);
    }

    /** Whole days since then. */
    public long days(Instant since) {
        return Duration.between(since, web.getNow()).toDays();
    }

    public boolean late(RoleWork.Waiting each) {
        return each.until() != null && each.until().isBefore(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE));
    }
}
