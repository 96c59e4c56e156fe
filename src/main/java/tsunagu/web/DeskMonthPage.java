package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.shared.DeskWeek;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.WorkingDays;

/** A month of what desks prepare for, asked from the rooms: weeks that begin on Sunday, as calendars do in Japan. Its state is its address. */
@Named
@RequestScoped
public class DeskMonthPage {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Inject
    @Any
    private Instance<DeskWeek> rooms;

    @Inject
    private Web web;

    private List<DeskWeek.Date> dates;

    /** @param within the month @param rest no working day of the city @param dates in the order of their times */
    public record Day(LocalDate day, boolean within, boolean today, boolean rest, List<DeskWeek.Date> dates) {}

    /** @param address that shows these only, or all again @param here these only are shown */
    public record Kind(String name, int count, String address, boolean here) {}

    /** The one of the address; what is no month is this one. */
    public YearMonth getMonth() {
        return web.parameter("month")
                .filter(each -> each.matches("\\d{4}-\\d{2}"))
                .map(DeskMonthPage::read)
                .orElseGet(() -> YearMonth.from(today()));
    }

    private static YearMonth read(String written) {
        try {
            YearMonth month = YearMonth.parse(written);
            return month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR ? null : month;
        } catch (DateTimeException e) {
            return null;
        }
    }

    public LocalDate getFirst() {
        return getMonth().atDay(1);
    }

    public String getBefore() {
        return address(getMonth().minusMonths(1), getKind());
    }

    public String getAfter() {
        return address(getMonth().plusMonths(1), getKind());
    }

    /** This month; "" where it is the one that is shown. */
    public String getNow() {
        YearMonth now = YearMonth.from(today());
        return now.equals(getMonth()) ? "" : address(now, getKind());
    }

    private String address(YearMonth month, String kind) {
        return "?month=" + month + (kind.isEmpty() ? "" : "&kind=" + kind);
    }

    /** "" for all of them. */
    public String getKind() {
        return web.parameter("kind").filter(each -> each.matches("[a-z]{1,20}")).orElse("");
    }

    public List<Kind> getKinds() {
        Map<String, Integer> counts = new TreeMap<>();
        getDates().forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
        String here = getKind();
        return counts.entrySet().stream()
                .map(each -> new Kind(
                        each.getKey(),
                        each.getValue(),
                        address(getMonth(), each.getKey().equals(here) ? "" : each.getKey()),
                        each.getKey().equals(here)))
                .toList();
    }

    public boolean isNone() {
        return shown().isEmpty();
    }

    public List<List<Day>> getWeeks() {
        YearMonth month = getMonth();
        Map<LocalDate, List<DeskWeek.Date>> byDay = shown().stream().collect(Collectors.groupingBy(DeskWeek.Date::day));
        LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        List<List<Day>> weeks = new ArrayList<>();
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < DayOfWeek.values().length; i++) {
                week.add(new Day(
                        day,
                        YearMonth.from(day).equals(month),
                        day.equals(today()),
                        !WorkingDays.is(day),
                        byDay.getOrDefault(day, List.of())));
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private List<DeskWeek.Date> shown() {
        String kind = getKind();
        return getDates().stream()
                .filter(each -> kind.isEmpty() || each.kind().equals(kind))
                .toList();
    }

    private List<DeskWeek.Date> getDates() {
        if (dates == null) {
            YearMonth month = getMonth();
            dates = rooms.stream()
                    .filter(each -> web.getActor().hasAny(each.whose()))
                    .flatMap(each -> each.dates(month.atDay(1), month.atEndOfMonth()).stream())
                    .sorted(Comparator.comparing(DeskWeek.Date::day)
                            .thenComparing(DeskWeek.Date::startsAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .toList();
        }
        return dates;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE);
    }
}
