package tsunagu.opendata.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import tsunagu.event.SessionView;
import tsunagu.finding.Catalogue;
import tsunagu.finding.EventPageView;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.Classification;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.shared.Words;
import tsunagu.web.PublicAddress;

/**
 * Open data: coming sessions in the columns of the list イベント一覧 of the recommended municipal data sets (推奨データセット).
 * UTF-8 with a mark, so that spreadsheets read it; dates as YYYY-MM-DD.
 */
@WebServlet("/internal/event-table")
public class EventTable extends HttpServlet {

    private static final int MOST = 2000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(FiscalYear.ZONE);

    @Inject
    private transient SearchService search;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SearchQuery query = SearchQuery.parse(Kind.EVENT, request.getParameterMap());
        if (!query.complaints().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        List<String> codes =
                search.all(query, MOST).stream().map(SearchResult.Found::code).toList();
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    Arrays.asList(Words.japanese("search.openData.columns").split(",")));
            for (EventPageView event : catalogue.eventsByCode(codes)) {
                for (SessionView session : event.card().sessions()) {
                    if (session.times().startsAt() != null) {
                        csv.writeRecord(row(event, session));
                    }
                }
            }
        }
        response.setHeader("Content-Disposition", "attachment; filename=\"events.csv\"");
        PlainAnswer.text(response, "text/csv", text.toString());
    }

    /** In the order of the columns; what the portal does not know stays empty. */
    private List<String> row(EventPageView event, SessionView session) {
        String day = session.times().heldOn().toString();
        String title = event.card().title() + (session.title().isEmpty() ? "" : " " + session.title());
        String area = event.card().area() == null
                ? ""
                : Classification.AREAS.get(event.card().area()).name();
        return List.of(
                Words.japanese("web.municipalityCode"),
                Long.toString(session.id()),
                Words.japanese("web.prefecture"),
                Words.japanese("web.municipality"),
                SpreadsheetCell.safe(title),
                "",
                "",
                day,
                LocalDate.ofInstant(session.times().endsAt(), FiscalYear.ZONE).toString(),
                time(session.times().startsAt()),
                time(session.times().endsAt()),
                "",
                SpreadsheetCell.safe(event.description().isEmpty() ? title : event.description()),
                Words.japanese("search.openData.free"),
                "",
                "",
                "",
                "",
                Words.japanese("web.municipality"),
                SpreadsheetCell.safe(session.place()),
                SpreadsheetCell.safe(area),
                "",
                "",
                "",
                SpreadsheetCell.safe(event.access()),
                "",
                session.capacity() == null ? "" : session.capacity().toString(),
                day,
                time(session.times().startsAt()),
                Words.japanese("search.openData.how"),
                address.of("/events/" + event.card().code()),
                EventFeed.calledOff(event.card(), session) ? Words.japanese("event.cancelled") : "");
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
