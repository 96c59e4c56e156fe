package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.attendance.EventReportService;
import tsunagu.event.EventService;
import tsunagu.question.Results;
import tsunagu.shared.Words;
import tsunagu.web.RoutedRequest;

/** What was answered, as spreadsheet and as CSV: a line for each option or free text; nobody's name. */
@WebServlet("/internal/results-table")
public class ResultsTable extends HttpServlet {

    @Inject
    private transient EventReportService reports;

    @Inject
    private transient EventService events;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        boolean excel = routed.path().endsWith(".xlsx");
        String event = routed.value("event");
        List<List<?>> lines = lines(
                ResultsPage.results(reports, event, Optional.ofNullable(request.getParameter("session"))),
                reports.closedAt(event));
        String title = Words.japanese("event.results.title");
        SentTable.send(
                response,
                excel ? TableFile.workbook(title, lines) : TableFile.csv(lines),
                excel ? "xlsx" : "csv",
                "results",
                events.event(event).event().title() + " " + title);
    }

    /**
     * The names of the columns, and what was answered; a question nobody answered has a line of its own.
     *
     * @param closedAt when the numbers became final, which each line says then; null: they are today's
     */
    static List<List<?>> lines(List<Results> results, Instant closedAt) {
        List<List<?>> lines = lines(results);
        return closedAt == null
                ? lines
                : IntStream.range(0, lines.size())
                        .<List<?>>mapToObj(i -> Stream.concat(
                                        lines.get(i).stream(),
                                        Stream.of(i == 0 ? Words.japanese("event.results.column.closedAt") : closedAt))
                                .collect(Collectors.toCollection(ArrayList::new)))
                        .toList();
    }

    private static List<List<?>> lines(List<Results> results) {
        List<List<?>> lines = new ArrayList<>();
        lines.add(Stream.of("moment", "question", "answered", "answer", "people", "percent", "mean")
                .map(each -> Words.japanese("event.results.column." + each))
                .toList());
        for (Results each : results) {
            each.shares()
                    .forEach(share -> lines.add(line(each, share.option(), share.people(), share.percent(), null)));
            each.texts().forEach(text -> lines.add(line(each, text, null, null, null)));
            if (each.shares().isEmpty() && each.texts().isEmpty()) {
                lines.add(line(each, "", null, null, each.mean()));
            }
        }
        return lines;
    }

    private static List<?> line(Results of, String answer, Integer people, Integer percent, Double mean) {
        return Arrays.asList(
                Words.japanese("question.moment." + of.question().moment()),
                of.question().text(),
                of.answered(),
                answer,
                people,
                percent,
                mean);
    }
}
