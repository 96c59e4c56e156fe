package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** Days since then as people count them: what came yesterday evening is of yesterday. */
    public long days(Instant since) {
        return ChronoUnit.DAYS.between(day(since), day(web.getNow()));
    }

    public boolean past(LocalDate until) {
        return until.isBefore(day(web.getNow()));
    }
}
