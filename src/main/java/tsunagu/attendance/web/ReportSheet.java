package tsunagu.attendance.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tsunagu.attendance.EventReport;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.FiscalYear;

/**
 * 開催の報告 in words and numbers: page, spreadsheet, CSV and PDF show this one and nothing of their own.
 *
 * @param standing whether it is final
 * @param columns of {@code rows}: each session by its title and day, and the sum
 * @param rows the numbers in the order in which they add up
 * @param roleColumns of {@code roles}: recorded, counted, in all, audience
 * @param roles everybody by role, and the sum
 * @param sums sentences that say which numbers are the sum of which
 * @param steps the chart, from a seat to an answer
 */
public record ReportSheet(
        String title,
        String event,
        String standing,
        String numberHead,
        List<String> columns,
        List<Row> rows,
        String roleHead,
        List<String> roleColumns,
        List<Row> roles,
        List<String> sums,
        List<Step> steps,
        String notes) {

    private static final int PERCENT = 100;

    /** A line of a table. */
    public record Row(String name, List<Integer> numbers) {}

    /** A bar of the chart. @param share "62 %" of what, or "" @param bar its length, of 100 */
    public record Step(String name, int people, String share, int bar) {}

    /** The portal's words, in the language of a page or of a file. */
    @FunctionalInterface
    interface Wording {
        String of(String key, Object... arguments);
    }

    static ReportSheet of(EventReport report, Wording words, Function<LocalDate, String> days) {
        EventReport.Numbers total = report.total();
        String sum = words.of("event.report.total");
        return new ReportSheet(
                words.of("event.report.title"),
                report.event().title(),
                report.closedAt() == null
                        ? words.of("event.report.open")
                        : words.of(
                                "event.report.final",
                                days.apply(LocalDate.ofInstant(report.closedAt(), FiscalYear.ZONE))),
                words.of("event.report.number"),
                Stream.concat(report.sessions().stream().map(each -> column(each, days)), Stream.of(sum))
                        .toList(),
                report.lines().stream()
                        .filter(each -> each.role() == null)
                        .map(each -> new Row(words.of("event.report." + each.name()), each.numbers()))
                        .toList(),
                words.of("event.door.role"),
                Stream.of("recorded", "heads", "inAll", "audience")
                        .map(each -> words.of("event.report." + each))
                        .toList(),
                total.roles().isEmpty()
                        ? List.of()
                        : Stream.concat(
                                        total.roles().stream()
                                                .map(each ->
                                                        new Row(words.of("event.role." + each), numbers(total, each))),
                                        Stream.of(new Row(
                                                sum,
                                                List.of(
                                                        total.recordedInAll(),
                                                        total.heads(),
                                                        total.inAll(),
                                                        total.forWhom()))))
                                .toList(),
                Stream.concat(
                                Stream.of(
                                        words.of(
                                                "event.report.sumAsked",
                                                total.registered(),
                                                total.by("REGISTERED"),
                                                total.noShows()),
                                        words.of(
                                                "event.report.sumCame",
                                                total.inAll(),
                                                total.recordedInAll(),
                                                total.heads()),
                                        words.of("event.report.sumFor", total.inAll(), total.forWhom(), total.others()),
                                        words.of("event.report.sumPersons", report.persons())),
                                report.differences().stream()
                                        .map(each -> words.of(
                                                "event.report.since",
                                                each.role() == null
                                                        ? words.of("event.report." + each.name())
                                                        : words.of("event.role." + each.role()),
                                                each.then(),
                                                each.now())))
                        .toList(),
                steps(total, words),
                words.of("event.report.notes"));
    }

    private static String column(EventReport.Session each, Function<LocalDate, String> days) {
        LocalDate day = each.session().times().heldOn();
        return (each.session().title() + " " + (day == null ? "" : days.apply(day))).strip();
    }

    private static List<Integer> numbers(EventReport.Numbers total, AttendanceRole role) {
        return List.of(total.recordedAs(role), total.countedAs(role), total.allAs(role), total.audienceAs(role));
    }

    private static List<Step> steps(EventReport.Numbers total, Wording words) {
        int most = Math.max(1, Math.max(total.registered(), total.inAll()));
        return List.of(
                step("registered", total.registered(), "", most, words),
                step(
                        "came",
                        total.by("REGISTERED"),
                        share("event.report.ofRegistered", total.by("REGISTERED"), total.registered(), words),
                        most,
                        words),
                step("inAll", total.inAll(), "", most, words),
                step(
                        "answers",
                        total.answers(),
                        share("event.report.ofRecorded", total.answers(), total.recordedInAll(), words),
                        most,
                        words));
    }

    private static Step step(String name, int people, String share, int most, Wording words) {
        return new Step(words.of("event.report." + name), people, share, Math.round((float) people * PERCENT / most));
    }

    /** Of nobody there is no share. */
    private static String share(String key, int people, int of, Wording words) {
        return of == 0 ? "" : words.of(key, Math.round((float) people * PERCENT / of));
    }
}
