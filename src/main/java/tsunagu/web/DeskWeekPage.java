package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tsunagu.shared.DeskWeek;
import tsunagu.shared.FiscalYear;

/** Today and the six days after it, asked from the rooms. */
@Named
@RequestScoped
public class DeskWeekPage {

    private static final int DAYS_AFTER = 6;

    @Inject
    @Any
    private Instance<DeskWeek> rooms;

    @Inject
    private Web web;

    private List<DeskWeek.Date> dates;

    public List<DeskWeek.Date> getDates() {
        if (dates == null) {
            LocalDate today = today();
            dates = rooms.stream()
                    .filter(each -> web.getActor().hasAny(each.whose()))
                    .flatMap(each -> each.dates(today, today.plusDays(DAYS_AFTER)).stream())
                    .filter(DeskWeekPage::awaited)
                    .sorted(Comparator.comparing(DeskWeek.Date::day)
                            .thenComparing(DeskWeek.Date::startsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
        }
        return dates;
    }

    /** An office's day on which nobody comes needs nothing prepared; it stands in the month. */
    private static boolean awaited(DeskWeek.Date date) {
        return !date.kind().equals("consultation") || date.taken() > 0;
    }

    public boolean today(DeskWeek.Date date) {
        return date.day().equals(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE);
    }
}
