package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.AccountService;
import tsunagu.attendance.DoorReportService;
import tsunagu.question.QuestionView;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.web.Json9457;
import tsunagu.web.RoutedRequest;

/**
 * What the door's page and the server say to each other, as JSON. A device opens itself once with the cookie of whoever is
 * signed in ({@code device}); from then on its own secret, in the header X-Door-Device, opens {@code list} and {@code facts}
 * of its session and nothing else, as long as the account that opened it may.
 */
@WebServlet({"/internal/door-device", "/internal/door-list", "/internal/door-facts"})
public class DoorDeviceApi extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(DoorDeviceApi.class.getName());
    private static final String DEVICE = "X-Door-Device";
    /** What the page calls things; a page of before things had whole names says none. */
    private static final String PROTOCOL = "X-Door-Protocol";

    private static final String NAMED = "2";
    private static final Set<Role> MAY_OPEN = Set.of(Role.STAFF, Role.DOOR);

    /** Enough of a hash to tell tickets apart. The eight digits can be found out from it: docs/security.md says what that opens. */
    private static final int HASH = 22;

    @Inject
    private transient DoorReportService door;

    @Inject
    private transient AccountService accounts;

    @Inject
    private transient CurrentActor currentActor;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().endsWith("list")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        long session = RoutedRequest.of(request).number("session");
        String secret = request.getHeader(DEVICE);
        Optional<Actor> actor = behind(session, secret);
        if (actor.isEmpty()) {
            shutOut(response);
            return;
        }
        if (!NAMED.equals(request.getHeader(PROTOCOL))) {
            // It would find nobody on this list. Refused so, it goes on with the one it has until it is loaded anew.
            write(response, HttpServletResponse.SC_CONFLICT, Json.createObjectBuilder().build());
            return;
        }
        try {
            write(response, HttpServletResponse.SC_OK, list(currentActor.as(actor.get(), () -> door.list(session, secret))));
        } catch (NotFoundException shutMeanwhile) {
            shutOut(response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long session = RoutedRequest.of(request).number("session");
        if (request.getServletPath().endsWith("device")) {
            DoorReportService.Opened opened = door.open(session);
            write(
                    response,
                    HttpServletResponse.SC_CREATED,
                    Json.createObjectBuilder()
                            .add("device", opened.device())
                            .add("secret", opened.secret())
                            .build());
            return;
        }
        String secret = request.getHeader(DEVICE);
        Optional<Actor> actor = behind(session, secret);
        if (actor.isEmpty()) {
            shutOut(response);
            return;
        }
        try {
            DoorPost post = DoorPost.read(request.getInputStream());
            int clockOff = post.clockOff(clock.instant());
            JsonArrayBuilder answers = Json.createArrayBuilder();
            for (DoorPost.Said said : post.said()) {
                answers.add(currentActor.as(actor.get(), () -> one(session, secret, clockOff, said)));
            }
            write(response, HttpServletResponse.SC_OK, Json.createObjectBuilder().add("answers", answers).build());
        } catch (NotFoundException shutMeanwhile) {
            shutOut(response);
        } catch (DoorPost.Refused refused) {
            response.setHeader("Cache-Control", "no-store");
            Json9457.problem(response, HttpServletResponse.SC_BAD_REQUEST, refused.getMessage());
        }
    }

    /**
     * In whose name a device speaks, asked at every request. Empty when the device is unknown or shut out, and from the moment the
     * account was stopped or may do nothing at a door any more.
     */
    private Optional<Actor> behind(long session, String secret) {
        return door.openedBy(session, secret)
                .flatMap(account -> currentActor.as(Actor.system("door"), () -> accounts.actor(account)))
                .filter(actor -> actor.hasAny(MAY_OPEN));
    }

    private static void shutOut(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_UNAUTHORIZED, Json.createObjectBuilder().build());
    }

    /** A fact that cannot be kept now is answered without an outcome: the device keeps it and reports it again. */
    private JsonObject one(long session, String secret, int clockOff, DoorPost.Said said) {
        String nonce = said.nonce();
        try {
            if (said instanceof DoorPost.Pressed press) {
                int count = door.click(
                        session, secret, nonce, press.role(), press.delta(), press.time().plusSeconds(clockOff));
                return Json.createObjectBuilder().add("nonce", nonce).add("outcome", "COUNTED").add("count", count).build();
            }
            if (said instanceof DoorPost.Answered answered) {
                door.answered(session, secret, answered.registration(), answered.question(), answered.value());
                return Json.createObjectBuilder().add("nonce", nonce).add("outcome", "ANSWERED").build();
            }
            DoorReportService.Answer answer =
                    door.report(session, secret, clockOff, ((DoorPost.Happened) said).fact());
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("nonce", nonce)
                    .add("outcome", answer.outcome().name());
            if (answer.registration() != null) {
                json.add("registration", answer.registration());
            }
            if (answer.person() != null) {
                json.add("name", answer.person());
            }
            if (answer.by() != null) {
                json.add("recordedBy", answer.by());
            }
            if (answer.at() != null) {
                json.add("presentSince", answer.at().toEpochMilli());
            }
            return json.build();
        } catch (NotFoundException e) {
            throw e;
        } catch (ConflictException meanwhile) {
            // The same fact is being kept by an earlier report whose answer was lost: next time it will be there.
            return Json.createObjectBuilder().add("nonce", nonce).build();
        } catch (DomainException | IllegalArgumentException impossible) {
            return impossible(session, secret, said, impossible);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "A fact of a door could not be kept now", later);
            return Json.createObjectBuilder().add("nonce", nonce).build();
        }
    }

    /** What the phone showed as done goes before staff, and only then out of the phone. */
    private JsonObject impossible(long session, String secret, DoorPost.Said said, RuntimeException why) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("nonce", said.nonce());
        if (why instanceof DomainException rule && rule.key().equals("event.error.alreadyPresent")) {
            // Another device let the same person in at this moment: next time we find him present.
            return answer.build();
        }
        if (said instanceof DoorPost.Happened happened) {
            try {
                door.setAside(session, secret, happened.fact());
            } catch (NotFoundException shutMeanwhile) {
                throw shutMeanwhile;
            } catch (RuntimeException later) {
                LOG.log(Level.WARNING, "A fact of a door could not be set aside now", later);
                return answer.build();
            }
        }
        return answer.add("outcome", "IMPOSSIBLE").build();
    }

    private static JsonObject list(DoorReportService.TakenAlong taken) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        for (DoorReportService.Person person : taken.people()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("registration", person.registration())
                    .add("person", person.person())
                    .add("ticketHash", Secrets.digest(person.token()).substring(0, HASH))
                    .add("codeHash", Secrets.digest(taken.session().id() + ":" + person.code()).substring(0, HASH))
                    .add("name", person.name() == null ? "" : person.name())
                    .add("role", person.role())
                    .add("state", person.state())
                    .add("companions", person.companions())
                    .add("expected", person.expected())
                    .add("reading", person.reading())
                    // Two digits of eight tell namesakes apart and open nothing.
                    .add("ending", person.code().substring(person.code().length() - 2))
                    .add("where", person.where());
            people.add((person.at() == null ? json : json.add("presentSince", person.at().toEpochMilli())).build());
        }
        JsonArrayBuilder questions = Json.createArrayBuilder();
        for (QuestionView question : taken.questions()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", question.id())
                    .add("kind", question.kind().name())
                    .add("text", question.text())
                    .add("options", Json.createArrayBuilder(question.options()));
            questions.add(question.role() == null ? json : json.add("role", question.role()));
        }
        JsonObjectBuilder clicked = Json.createObjectBuilder();
        taken.clicked().forEach(clicked::add);
        return Json.createObjectBuilder()
                .add("now", taken.now().toEpochMilli())
                .add("wipeAt", taken.wipeAt().toEpochMilli())
                .add("opensAt", taken.opensAt().toEpochMilli())
                .add("walkIns", taken.walkIns())
                .add("clicked", clicked)
                .add("people", people)
                .add("questions", questions)
                .build();
    }

    private static void write(HttpServletResponse response, int status, JsonValue json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json.toString());
    }
}
