package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorReportService;
import tsunagu.attendance.DoorStanding;
import tsunagu.attendance.PhoneKey;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.web.Json9457;
import tsunagu.web.PhoneMark;
import tsunagu.web.RoutedRequest;

/**
 * What the door's page and the server say to each other, as JSON. A device opens itself once with the cookie of whoever is
 * signed in ({@code device}); from then on its own secret, in the header X-Door-Device, opens {@code list}, {@code facts} and
 * {@code seal} of its session and nothing else, as long as the account that opened it may.
 */
@WebServlet({"/internal/door-device", "/internal/door-list", "/internal/door-facts", "/internal/door-seal"})
public class DoorDeviceApi extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(DoorDeviceApi.class.getName());
    private static final String DEVICE = "X-Door-Device";
    /** What the page calls things; a page of before things had whole names says none. */
    private static final String PROTOCOL = "X-Door-Protocol";

    private static final String NAMED = "2";
    private static final Set<Role> MAY_OPEN = Set.of(Role.STAFF, Role.DOOR);

    @Inject
    private transient DoorReportService door;

    @Inject
    private transient DoorPhoneService phones;

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
        Behind behind = behind(request, session, secret);
        if (behind.standing() != DoorStanding.OPEN) {
            shutOut(response, behind);
            return;
        }
        if (!NAMED.equals(request.getHeader(PROTOCOL))) {
            // It would find nobody on this list. Refused so, it goes on with the one it has until it is loaded anew.
            write(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    Json.createObjectBuilder().build());
            return;
        }
        try {
            write(
                    response,
                    HttpServletResponse.SC_OK,
                    DoorListJson.of(currentActor.as(behind.actor(), () -> door.list(session, secret))));
        } catch (NotFoundException shutMeanwhile) {
            shutOut(response, behind(request, session, secret));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long session = RoutedRequest.of(request).number("session");
        String asked = request.getServletPath();
        try {
            if (asked.endsWith("device")) {
                open(request, response, session);
            } else if (asked.endsWith("seal")) {
                seal(request, response, session, request.getHeader(DEVICE));
            } else {
                report(request, response, session, request.getHeader(DEVICE));
            }
        } catch (DoorPost.Refused refused) {
            response.setHeader("Cache-Control", "no-store");
            Json9457.badRequest(response, refused.getMessage());
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, long session)
            throws IOException, DoorPost.Refused {
        DoorPost.Hello hello = DoorPost.hello(request.getInputStream());
        // First: a phone that was shut out is signed out, whoever signed in on it.
        PhoneMark.put(request, PhoneKey.mark(hello.phone()));
        Optional<DoorPhoneService.Opened> opened = phones.open(session, hello.phone(), hello.called());
        if (opened.isEmpty()) {
            shutOut(response, new Behind(null, DoorStanding.SHUT, null));
            return;
        }
        write(
                response,
                HttpServletResponse.SC_CREATED,
                Json.createObjectBuilder()
                        .add("device", opened.get().device())
                        .add("secret", opened.get().secret())
                        .build());
    }

    private void seal(HttpServletRequest request, HttpServletResponse response, long session, String secret)
            throws IOException, DoorPost.Refused {
        DoorPost.Sealed sealed = DoorPost.sealed(request.getInputStream());
        try {
            if (sealed.opened()) {
                phones.unsealed(session, secret);
                write(
                        response,
                        HttpServletResponse.SC_OK,
                        Json.createObjectBuilder().build());
                return;
            }
            Behind behind = behind(request, session, secret);
            boolean mayReport = behind.actor() != null && behind.standing().mayReport();
            Optional<String> key = phones.seal(session, secret, mayReport, sealed.key());
            write(
                    response,
                    key.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT,
                    Json.createObjectBuilder().add("key", key.orElse("")).build());
        } catch (NotFoundException unknown) {
            shutOut(response, new Behind(null, null, null));
        }
    }

    private void report(HttpServletRequest request, HttpServletResponse response, long session, String secret)
            throws IOException, DoorPost.Refused {
        Behind behind = behind(request, session, secret);
        if (behind.actor() == null || !behind.standing().mayReport()) {
            shutOut(response, behind);
            return;
        }
        try {
            DoorPost post = DoorPost.read(request.getInputStream());
            if (post.called() != null && !post.called().strip().equals(behind.called())) {
                currentActor.as(behind.actor(), () -> {
                    phones.call(session, secret, post.called());
                    return null;
                });
            }
            JsonArray answers = new DoorAnswers(
                            post,
                            fact -> currentActor.as(
                                    behind.actor(),
                                    () -> one(
                                            session, secret, post.clockOff(clock.instant()), behind.standing(), fact)))
                    .all();
            write(
                    response,
                    HttpServletResponse.SC_OK,
                    Json.createObjectBuilder()
                            .add("answers", answers)
                            .add("state", behind.standing().name())
                            .build());
        } catch (NotFoundException shutMeanwhile) {
            shutOut(response, behind(request, session, secret));
        }
    }

    /**
     * In whose name a device speaks, and what it may.
     *
     * @param actor null when it may nothing
     * @param standing null for an unknown device
     */
    private record Behind(Actor actor, DoorStanding standing, String called) {}

    /**
     * Asked at every request. Shut out, too, from the moment the account was stopped or may do nothing at a door any more; what staff
     * take all the same is taken. A helper without an account has the door's right, whatever else whoever made the invitation may.
     */
    private Behind behind(HttpServletRequest request, long session, String secret) {
        Optional<DoorPhoneService.Known> found = phones.standing(session, secret);
        if (found.isEmpty()) {
            return new Behind(null, null, null);
        }
        DoorPhoneService.Known device = found.get();
        PhoneMark.put(request, device.phoneMark());
        Actor helper = new Actor(device.account(), null, "door", Set.of(Role.DOOR));
        if (device.standing() == DoorStanding.RECORDS) {
            return new Behind(helper, DoorStanding.RECORDS, device.called());
        }
        Optional<Actor> actor = currentActor
                .as(Actor.system("door"), () -> accounts.actor(device.account()))
                .filter(each -> device.invited() ? each.roles().contains(Role.STAFF) : each.hasAny(MAY_OPEN));
        if (actor.isEmpty()) {
            return new Behind(null, DoorStanding.SHUT, device.called());
        }
        DoorStanding standing =
                device.standing() == DoorStanding.ENDED ? phones.prolonged(session, secret) : device.standing();
        return new Behind(device.invited() ? helper : actor.get(), standing, device.called());
    }

    /** Says in one word whether it may come back: a phone that nobody knows is opened anew, one that was shut out is not. */
    private static void shutOut(HttpServletResponse response, Behind behind) throws IOException {
        write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                Json.createObjectBuilder()
                        .add(
                                "state",
                                behind.standing() == null
                                        ? "UNKNOWN"
                                        : behind.standing().name())
                        .build());
    }

    /** A fact that cannot be kept now is answered without an outcome: the device keeps it and reports it again. */
    private JsonObject one(long session, String secret, int clockOff, DoorStanding standing, DoorPost.Said said) {
        String nonce = said.nonce();
        try {
            if (said instanceof DoorPost.Pressed press) {
                int count = door.click(
                        session,
                        secret,
                        nonce,
                        press.role(),
                        press.delta(),
                        press.time().plusSeconds(clockOff));
                return Json.createObjectBuilder()
                        .add("nonce", nonce)
                        .add("outcome", "COUNTED")
                        .add("count", count)
                        .build();
            }
            if (said instanceof DoorPost.Answered answered) {
                door.answered(session, secret, answered.registration(), answered.question(), answered.value());
                return Json.createObjectBuilder()
                        .add("nonce", nonce)
                        .add("outcome", "ANSWERED")
                        .build();
            }
            DoorPost.Happened happened = (DoorPost.Happened) said;
            DoorReportService.Answer answer = door.report(session, secret, clockOff, happened.fact(), happened.alone());
            if (answer.waits()) {
                return Json.createObjectBuilder()
                        .add("nonce", nonce)
                        .add("waits", true)
                        .build();
            }
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("nonce", nonce)
                    .add("outcome", answer.outcome().name());
            if (standing != DoorStanding.OPEN) {
                return json.build(); // it has no list any more, and gets no names back
            }
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
            // Another device let the same person in at this moment: next time we find them present.
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

    private static void write(HttpServletResponse response, int status, JsonValue json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json.toString());
    }
}
