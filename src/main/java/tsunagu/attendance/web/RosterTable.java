package tsunagu.attendance.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.event.QuestionnaireService;
import tsunagu.event.SessionTimes;
import tsunagu.question.Moment;
import tsunagu.question.QuestionView;
import tsunagu.registration.CompanionWords;
import tsunagu.registration.IntakeService;
import tsunagu.registration.Roster;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.shared.Words;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;

/**
 * 申込者一覧 as CSV, UTF-8 with a mark at its beginning, so that spreadsheets read it: everybody who asked for a seat, and everybody who came
 * without having asked. Named after event and day.
 */
@WebServlet("/internal/roster-table")
public class RosterTable extends HttpServlet {

    @Inject
    private transient IntakeService intake;

    @Inject
    private transient QuestionnaireService questionnaires;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Roster roster;
        try {
            roster = intake.rosterToTake(RoutedRequest.of(request).number("session"), request.getParameter("why"));
        } catch (DomainException noReason) {
            NoPdf.because(noReason, response, RoutedRequest.of(request).locale());
            return;
        }
        String event = roster.session().eventCode();
        List<QuestionView> questions = questionnaires.asked(event).stream()
                .filter(each -> each.moment() != Moment.AFTERWARDS)
                .toList();
        Map<Long, Map<Long, String>> answers = questionnaires.answers(event);
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Stream.concat(
                            Stream.of(
                                            "roster.code",
                                            "roster.lot",
                                            "register.name",
                                            "register.reading",
                                            "door.role",
                                            "roster.companions",
                                            "roster.companionRole",
                                            "roster.school",
                                            "roster.className",
                                            "roster.telephone",
                                            "register.names",
                                            "roster.contact",
                                            "roster.state",
                                            "roster.at",
                                            "door.present",
                                            "roster.presentWith",
                                            "roster.presentKinds")
                                    .map(key -> Words.japanese("event." + key)),
                            questions.stream().map(QuestionView::text))
                    .map(SpreadsheetCell::safe)
                    .toList());
            for (Roster.Row row : roster.rows()) {
                csv.writeRecord(line(row, questions, answers.getOrDefault(row.registration(), Map.of())));
            }
            for (Roster.WalkIn each : roster.walkIns()) {
                csv.writeRecord(
                        Stream.concat(line(each).stream(), questions.stream().map(question -> ""))
                                .toList());
            }
        }
        SessionTimes times = roster.session().times();
        CsvFile.send(
                response,
                text.toString(),
                "registrations",
                Stream.of(
                                roster.session().eventTitle(),
                                roster.session().title(),
                                times.heldOn() == null ? "" : times.heldOn().toString())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    /** Who came without having asked; whoever was taken back is in the list as such, and was not there. */
    private static List<String> line(Roster.WalkIn row) {
        return Stream.of(
                        "",
                        "",
                        row.name(),
                        row.reading(),
                        Words.japanese("event.role." + row.role()),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        Words.japanese("event.source." + row.source()),
                        "",
                        row.undone() ? "" : written(row.at()),
                        "",
                        "")
                .map(SpreadsheetCell::safe)
                .toList();
    }

    private static String written(Instant at) {
        return at.atZone(FiscalYear.ZONE)
                .toLocalDateTime()
                .withNano(0)
                .toString()
                .replace('T', ' ');
    }

    private static List<String> line(Roster.Row row, List<QuestionView> questions, Map<Long, String> answers) {
        List<String> cells = new ArrayList<>(List.of(
                row.code(),
                row.lot() == null ? "" : row.lot().toString(),
                row.name(),
                row.reading(),
                Words.japanese("event.role." + row.role()),
                String.valueOf(row.companions().persons()),
                CompanionWords.of(row.companions(), Locale.JAPANESE),
                row.visit().school(),
                row.visit().name(),
                row.visit().telephone(),
                String.join("\n", row.names()),
                row.contact(),
                Words.japanese("event.registrationState." + row.state()),
                written(row.createdAt()),
                row.presentAt() == null ? "" : written(row.presentAt()),
                row.presentWith() == null
                        ? ""
                        : String.valueOf(row.presentWith().persons()),
                row.presentWith() == null ? "" : CompanionWords.of(row.presentWith(), Locale.JAPANESE)));
        questions.forEach(question -> cells.add(answers.getOrDefault(question.id(), "")));
        return cells.stream().map(SpreadsheetCell::safe).toList();
    }
}
