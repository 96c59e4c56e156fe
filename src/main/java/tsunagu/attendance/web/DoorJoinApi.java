package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import tsunagu.attendance.DoorInvitationService;
import tsunagu.shared.DomainException;
import tsunagu.web.Json9457;
import tsunagu.web.Texts;

/**
 * Where a helper's phone hands in what its invitation's link carries behind the #, which no log and no other site ever sees: it comes in the
 * body. The phone gets the secret of a device of that one session, and nothing else.
 */
@WebServlet("/internal/door-join")
public class DoorJoinApi extends HttpServlet {

    @Inject
    private transient DoorInvitationService invitations;

    @Inject
    private transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "POST");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            DoorPost.Joining joining = DoorPost.joining(request.getInputStream());
            Optional<DoorInvitationService.Joined> joined =
                    invitations.join(joining.secret(), joining.phone(), joining.called());
            if (joined.isEmpty()) {
                answer(
                        response,
                        HttpServletResponse.SC_GONE,
                        Json.createObjectBuilder().build());
                return;
            }
            answer(
                    response,
                    HttpServletResponse.SC_CREATED,
                    Json.createObjectBuilder()
                            .add("session", joined.get().session())
                            .add("device", joined.get().device())
                            .add("secret", joined.get().secret())
                            .build());
        } catch (DomainException rule) {
            answer(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    Json.createObjectBuilder()
                            .add("said", texts.of(rule.key(), rule.arguments().toArray()))
                            .build());
        } catch (DoorPost.Refused refused) {
            Json9457.badRequest(response, refused.getMessage());
        }
    }

    private static void answer(HttpServletResponse response, int status, JsonObject json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.toString());
    }
}
