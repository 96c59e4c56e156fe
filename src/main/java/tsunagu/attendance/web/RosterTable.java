package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import tsunagu.shared.Words;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;

/**
 * 申込者一覧 as spreadsheet and as CSV (UTF-8 with a mark at its beginning, so that spreadsheets read it): everybody who asked for a seat,
 * and everybody who came without having asked. Named after event and day.
 */
@WebServlet("/internal/roster-table")
public class RosterTable extends HttpServlet {

    private static final List<String> HEADS = List.of(
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
            "roster.presentKinds");

    @Inject
    private transient IntakeService intake;

    @Inject
    private transient QuestionnaireService questionnaires;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        boolean excel = routed.path().endsWith(".xlsx");
        Roster roster;
        try {
            roster = intake.rosterToTake(routed.number("session"), request.getParameter("why"));
        } catch (DomainException noReason) {
            NoPdf.because(noReason, response, routed.locale());
            return;
        }
        List<List<?>> lines = lines(roster);
        SessionTimes times = roster.session().times();
        SentTable.send(
                response,
                excel ? TableFile.workbook(Words.japanese("event.roster.title"), lines) : TableFile.csv(lines),
                excel ? "xlsx" : "csv",
                "registrations",
                Stream.of(
                                roster.session().eventTitle(),
                                roster.session().title(),
                                times.heldOn() == null ? "" : times.heldOn().toString())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    /** The names of the columns, and a line for everybody. */
    private List<List<?>> lines(Roster roster) {
        String event = roster.session().eventCode();
        List<QuestionView> questions = questionnaires.asked(event).stream()
                .filter(each -> each.moment() != Moment.AFTERWARDS)
                .toList();
        Map<Long, Map<Long, String>> answers = questionnaires.answers(event);
        List<List<?>> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        HEADS.stream().map(key -> Words.japanese("event." + key)),
                        questions.stream().map(QuestionView::text))
                .toList());
        roster.rows()
                .forEach(row -> lines.add(line(row, questions, answers.getOrDefault(row.registration(), Map.of()))));
        roster.walkIns().forEach(each -> {
            List<Object> line = new ArrayList<>(line(each));
            line.addAll(Collections.nCopies(questions.size(), ""));
            lines.add(line);
        });
        return lines;
    }

    /** Who came without having asked; whoever was taken back is in the list as such, and was not there. */
    private static List<Object> line(Roster.WalkIn row) {
        return Arrays.asList(
                row.code(),
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
                row.undone() ? "" : row.at(),
                row.undone() || row.with().persons() == 0 ? "" : row.with().persons(),
                row.undone() ? "" : CompanionWords.of(row.with(), Locale.JAPANESE));
    }

    private static List<Object> line(Roster.Row row, List<QuestionView> questions, Map<Long, String> answers) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                row.code(),
                row.lot(),
                row.name(),
                row.reading(),
                Words.japanese("event.role." + row.role()),
                row.companions().persons(),
                CompanionWords.of(row.companions(), Locale.JAPANESE),
                row.visit().school(),
                row.visit().name(),
                row.visit().telephone(),
                String.join("\n", row.names()),
                row.contact(),
                Words.japanese("event.registrationState." + row.state()),
                row.createdAt(),
                row.presentAt(),
                row.presentWith() == null ? null : row.presentWith().persons(),
                row.presentWith() == null ? "" : CompanionWords.of(row.presentWith(), Locale.JAPANESE)));
        questions.forEach(question -> cells.add(answers.getOrDefault(question.id(), "")));
        return cells;
    }
}
