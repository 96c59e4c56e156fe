package tsunagu.meeting.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tsunagu.meeting.MeetingRoundService;
import tsunagu.shared.NotFoundException;
import tsunagu.web.RoutedRequest;

/** The latest run's certificate, letter for letter as it was hashed. */
@WebServlet("/internal/meeting-certificate")
public class MeetingCertificate extends HttpServlet {

    @Inject
    private transient MeetingRoundService rounds;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<MeetingRoundService.Run> runs =
                rounds.runs(RoutedRequest.of(request).value("event"));
        if (runs.isEmpty()) {
            throw new NotFoundException("certificate");
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"certificate.json\"");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(runs.get(0).certificate());
    }
}
