package tsunagu.event.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.AccountService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.DoorFact;
import tsunagu.event.DoorReportService;
import tsunagu.event.ScanOutcome;
import tsunagu.question.QuestionView;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secrets;
import tsunagu.web.RoutedRequest;

/**
 * What the door's page and the server say to each other, as JSON. A device opens itself once with the cookie of whoever is
 * signed in ({@code device}); from then on its own secret, in the header X-Door-Device, opens {@code list} and {@code facts}
 * of its session and nothing else.
 */
@WebServlet({"/internal/door-device", "/internal/door-list", "/internal/door-facts"})
public class DoorDeviceApi extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(DoorDeviceApi.class.getName());
    private static final String DEVICE = "X-Door-Device";
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_FACTS = 100;

    /** Enough of a hash to tell tickets apart; not enough to make one. */
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
        try {
            write(response, HttpServletResponse.SC_OK, list(door.list(session, request.getHeader(DEVICE))));
        } catch (NotFoundException unknownDevice) {
            write(response, HttpServletResponse.SC_UNAUTHORIZED, Json.createObjectBuilder().build());
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
        try {
            Actor actor = currentActor.as(Actor.system("door"), () -> accounts.actor(door.openedBy(session, secret)))
                    .orElseThrow(() -> new NotFoundException("account of a device"));
            JsonObject report = body(request);
            int clockOff = (int) (clock.millis() / 1000 - report.getJsonNumber("now").longValue() / 1000);
            JsonArray facts = report.getJsonArray("facts");
            JsonArrayBuilder answers = Json.createArrayBuilder();
            for (JsonObject fact : facts.getValuesAs(JsonObject.class).stream().limit(MOST_FACTS).toList()) {
                answers.add(currentActor.as(actor, () -> one(session, secret, clockOff, fact)));
            }
            write(response, HttpServletResponse.SC_OK, Json.createObjectBuilder().add("answers", answers).build());
        } catch (NotFoundException unknownDevice) {
            write(response, HttpServletResponse.SC_UNAUTHORIZED, Json.createObjectBuilder().build());
        } catch (JsonException | NullPointerException | ClassCastException notAsAgreed) {
            write(response, HttpServletResponse.SC_BAD_REQUEST, Json.createObjectBuilder().build());
        }
    }

    /** A fact that cannot be kept now is answered without an outcome: the device keeps it and reports it again. */
    private JsonObject one(long session, String secret, int clockOff, JsonObject fact) {
        String nonce = fact.getString("nonce");
        try {
            if (fact.getString("kind").equals("CLICK")) {
                int count = door.click(
                        session,
                        secret,
                        nonce,
                        AttendanceRole.valueOf(fact.getString("role")),
                        fact.getInt("delta"),
                        time(fact).plusSeconds(clockOff));
                return Json.createObjectBuilder().add("nonce", nonce).add("outcome", "COUNTED").add("count", count).build();
            }
            if (fact.getString("kind").equals("ANSWER")) {
                door.answered(
                        session,
                        secret,
                        fact.getJsonNumber("r").longValue(),
                        fact.getJsonNumber("question").longValue(),
                        fact.getString("value"));
                return Json.createObjectBuilder().add("nonce", nonce).add("outcome", "ANSWERED").build();
            }
            DoorReportService.Answer answer = door.report(session, secret, clockOff, read(fact));
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("nonce", nonce)
                    .add("outcome", answer.outcome().name());
            if (answer.registration() != null) {
                json.add("r", answer.registration());
            }
            if (answer.person() != null) {
                json.add("n", answer.person());
            }
            if (answer.by() != null) {
                json.add("by", answer.by());
            }
            if (answer.at() != null) {
                json.add("at", answer.at().toEpochMilli());
            }
            return json.build();
        } catch (NotFoundException e) {
            throw e;
        } catch (ConflictException meanwhile) {
            // The same fact is being kept by an earlier report whose answer was lost: next time it will be there.
            return Json.createObjectBuilder().add("nonce", nonce).build();
        } catch (DomainException | IllegalArgumentException impossible) {
            return Json.createObjectBuilder().add("nonce", nonce).add("outcome", "IMPOSSIBLE").build();
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "A fact of a door could not be kept now", later);
            return Json.createObjectBuilder().add("nonce", nonce).build();
        }
    }

    private static DoorFact read(JsonObject fact) {
        return new DoorFact(
                DoorFact.Kind.valueOf(fact.getString("kind")),
                fact.getString("nonce"),
                text(fact, "read"),
                fact.containsKey("r") && !fact.isNull("r") ? fact.getJsonNumber("r").longValue() : null,
                text(fact, "undoes"),
                text(fact, "name"),
                text(fact, "reading"),
                Optional.ofNullable(text(fact, "role")).map(AttendanceRole::valueOf).orElse(null),
                time(fact),
                Optional.ofNullable(text(fact, "answered")).map(ScanOutcome::valueOf).orElse(null),
                fact.getBoolean("forced", false),
                fact.containsKey("companions") ? fact.getInt("companions") : null);
    }

    private static String text(JsonObject json, String name) {
        return json.containsKey(name) && !json.isNull(name) ? json.getString(name) : null;
    }

    private static Instant time(JsonObject fact) {
        return Instant.ofEpochMilli(fact.getJsonNumber("time").longValue());
    }

    private static JsonObject list(DoorReportService.TakenAlong taken) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        for (DoorReportService.Person person : taken.people()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("r", person.registration())
                    .add("p", person.person())
                    .add("h", Secrets.digest(person.token()).substring(0, HASH))
                    .add("c", Secrets.digest(taken.session().id() + ":" + person.code()).substring(0, HASH))
                    .add("n", person.name() == null ? "" : person.name())
                    .add("role", person.role())
                    .add("s", person.state())
                    .add("k", person.companions())
                    .add("e", person.expected())
                    .add("y", person.reading())
                    // Two digits of eight tell namesakes apart and open nothing.
                    .add("d", person.code().substring(person.code().length() - 2))
                    .add("where", person.where());
            people.add((person.at() == null ? json : json.add("at", person.at().toEpochMilli())).build());
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

    private static JsonObject body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new JsonException("too long");
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        } catch (RuntimeException notAsAgreed) {
            // Nesting that is too deep, for one, is no JsonException.
            throw new JsonException("not readable", notAsAgreed);
        }
    }

    private static void write(HttpServletResponse response, int status, JsonValue json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json.toString());
    }
}
