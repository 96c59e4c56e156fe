package tsunagu.attendance.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.attendance.CheckInRecord;
import tsunagu.attendance.ScanOutcome;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.Companions;
import tsunagu.shared.CleanText;
import tsunagu.shared.DomainException;
import tsunagu.shared.TextLength;

/**
 * What a phone says in one post, read and bounded field by field before any of it is kept. A phone may say what its page can
 * say; whatever only a desk may do (a list on paper, a table) is none of it. Fields that nobody asks for are passed over.
 *
 * <p>Only what no page of ours can have made is refused, and then all of it: a phone keeps what was refused, so a post that an
 * honest phone can make must never be.
 *
 * @param now the phone's clock when it sent this
 * @param called what the phone is called; null when it says nothing of that
 * @param said in the order in which it happened, by the phone's own counter: its clock may have been set meanwhile
 */
record DoorPost(Instant now, String called, List<Said> said) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_FACTS = 100;
    private static final int LONGEST_NONCE = 64;
    private static final int LONGEST_READ = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_READING = 200;

    /** Thirty options of a hundred characters, and the breaks between them. */
    private static final int LONGEST_ANSWER = 4000;

    private static final int MOST_AT_ONCE = 50;

    /** What JavaScript counts to without a gap. */
    private static final long MOST_NUMBER = (1L << 53) - 1;

    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    /** What the page on the phone can make, and by which of our names it is kept. */
    private static final Map<String, CheckInRecord.Kind> HAPPENED = Map.of(
            "SCAN", CheckInRecord.Kind.SCAN,
            "UNDO", CheckInRecord.Kind.UNDO,
            "WALK_IN", CheckInRecord.Kind.WALK_IN,
            "COMPANIONS", CheckInRecord.Kind.COMPANIONS);

    /** One thing that was said; the same nonce is the same thing. */
    sealed interface Said {

        String nonce();

        /** Of what this is a part: a person of the list, or an earlier fact. */
        default Set<Object> about() {
            return Set.of();
        }
    }

    /** @param alone what it takes back is on the phone no more */
    record Happened(CheckInRecord fact, boolean alone) implements Said {

        @Override
        public String nonce() {
            return fact.nonce();
        }

        @Override
        public Set<Object> about() {
            return Stream.of(fact.registrationId(), fact.undoes())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    /** The counter was pressed. */
    record Pressed(String nonce, AttendanceRole role, int delta, Instant time) implements Said {}

    record Answered(String nonce, long registration, long question, String value) implements Said {

        @Override
        public Set<Object> about() {
            return Set.of(registration);
        }
    }

    /** A phone introduces itself. @param phone by what it is known, @param called its name; null when it says neither */
    record Hello(String phone, String called) {}

    /** @param key under which the phone has sealed its records; null when it asks for it @param opened it has opened them again */
    record Sealed(String key, boolean opened) {}

    /** A helper's phone. @param secret of the link */
    record Joining(String secret, String phone, String called) {}

    /** No page of ours says such a thing. Its message names the field, never what was in it. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static DoorPost read(InputStream body) throws IOException, Refused {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused("At most " + MOST_BYTES + " bytes.");
        }
        JsonObject post = parsed(new String(bytes, StandardCharsets.UTF_8));
        Instant now = time(post, "now");
        if (!(post.get("facts") instanceof JsonArray facts) || facts.size() > MOST_FACTS) {
            throw new Refused("facts: an array of at most " + MOST_FACTS + ".");
        }
        List<Numbered> said = new ArrayList<>();
        for (JsonValue each : facts) {
            if (!(each instanceof JsonObject fact)) {
                throw new Refused("facts: objects.");
            }
            Long number = number(fact, "number", 0, MOST_NUMBER);
            // A fact from before facts had numbers is older than all that have one.
            said.add(new Numbered(number == null ? -1 : number, one(fact)));
        }
        String called = text(post, "called", LONGEST_NAME);
        return new DoorPost(
                now,
                called,
                said.stream()
                        .sorted(Comparator.comparingLong(Numbered::number))
                        .map(Numbered::said)
                        .toList());
    }

    static Hello hello(InputStream body) throws IOException, Refused {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        if (bytes.length == 0) {
            return new Hello(null, null); // a page of before phones had names
        }
        JsonObject said = parsed(new String(bytes, StandardCharsets.UTF_8));
        return new Hello(nonce(said, "phone"), text(said, "called", LONGEST_NAME));
    }

    static Sealed sealed(InputStream body) throws IOException, Refused {
        JsonObject said = parsed(new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        return new Sealed(nonce(said, "key"), yes(said, "opened"));
    }

    static Joining joining(InputStream body) throws IOException, Refused {
        JsonObject said = parsed(new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        return new Joining(
                required(text(said, "secret", LONGEST_READ), "secret"),
                required(nonce(said, "phone"), "phone"),
                required(text(said, "called", LONGEST_NAME), "called"));
    }

    private record Numbered(long number, Said said) {}

    /** @return seconds by which the phone's clock is behind ours; an empty battery sets it back to 1970 */
    int clockOff(Instant ours) {
        return (int) Math.max(
                -Integer.MAX_VALUE,
                Math.min(Integer.MAX_VALUE, Duration.between(now, ours).toSeconds()));
    }

    /** Parsers complain in more ways than one: too deep, too many digits, half a text. */
    private static JsonObject parsed(String text) throws Refused {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException noJson) {
            throw new Refused("One JSON object.");
        }
    }

    private static Said one(JsonObject fact) throws Refused {
        String kind = text(fact, "kind", LONGEST_NONCE);
        String nonce = required(nonce(fact, "nonce"), "nonce");
        Instant time = time(fact, "time");
        if ("CLICK".equals(kind)) {
            long delta = required(number(fact, "delta", -MOST_AT_ONCE, MOST_AT_ONCE), "delta");
            return new Pressed(nonce, required(choice(fact, "role", AttendanceRole.class), "role"), (int) delta, time);
        }
        if ("ANSWER".equals(kind)) {
            return new Answered(
                    nonce,
                    required(registration(fact), "registration"),
                    required(id(fact, "question"), "question"),
                    required(text(fact, "value", LONGEST_ANSWER), "value"));
        }
        CheckInRecord.Kind happened = kind == null ? null : HAPPENED.get(kind);
        if (happened == null) {
            throw new Refused("kind: not one that a phone may send.");
        }
        Long companions = number(fact, "companions", 0, Companions.MOST);
        return new Happened(
                new CheckInRecord(
                        happened,
                        nonce,
                        text(fact, "read", LONGEST_READ),
                        registration(fact),
                        nonce(fact, "undoes"),
                        text(fact, "name", LONGEST_NAME),
                        text(fact, "reading", LONGEST_READING),
                        choice(fact, "role", AttendanceRole.class),
                        null, // a phone knows nobody of another session
                        time,
                        choice(fact, "answered", ScanOutcome.class),
                        yes(fact, "forced"),
                        companions == null ? null : companions.intValue(),
                        kinds(fact)),
                yes(fact, "alone"));
    }

    /** How many of each kind came along; null where the phone says their number only. */
    private static Companions kinds(JsonObject fact) throws Refused {
        JsonValue said = value(fact, "kinds");
        if (said == null) {
            return null;
        }
        if (!(said instanceof JsonObject each)) {
            throw new Refused("kinds: a number for each role.");
        }
        Map<AttendanceRole, Integer> kinds = new EnumMap<>(AttendanceRole.class);
        for (String role : each.keySet()) {
            AttendanceRole known = Arrays.stream(AttendanceRole.values())
                    .filter(one -> one.name().equals(role))
                    .findFirst()
                    .orElseThrow(() -> new Refused("kinds: not a role."));
            kinds.put(
                    known,
                    required(number(each, role, 0, Companions.MOST), "kinds").intValue());
        }
        try {
            return new Companions(kinds);
        } catch (DomainException tooMany) {
            throw new Refused("kinds: too many.");
        }
    }

    private static <T> T required(T value, String name) throws Refused {
        if (value == null) {
            throw new Refused(name + ": missing.");
        }
        return value;
    }

    private static JsonValue value(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == JsonValue.NULL ? null : value;
    }

    /**
     * Without what the database cannot keep and nobody typed: control characters (a strange code in front of the camera has
     * them) and half a character, which is left where a page cut a long text.
     */
    private static String text(JsonObject json, String name, int longest) throws Refused {
        JsonValue value = value(json, name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonString string) || TextLength.of(string.getString()) > longest) {
            throw new Refused(name + ": a text of at most " + longest + " characters.");
        }
        return CleanText.of(string.getString());
    }

    private static String nonce(JsonObject json, String name) throws Refused {
        String nonce = text(json, name, LONGEST_NONCE);
        if (nonce != null && !nonce.matches("[A-Za-z0-9_-]+")) {
            throw new Refused(name + ": 1 to " + LONGEST_NONCE + " letters, digits, - and _.");
        }
        return nonce;
    }

    private static <E extends Enum<E>> E choice(JsonObject json, String name, Class<E> type) throws Refused {
        String said = text(json, name, LONGEST_NONCE);
        if (said == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(said))
                .findFirst()
                .orElseThrow(() -> new Refused(name + ": not one of the known ones."));
    }

    /** {@code r} to pages of before things had whole names; a phone may still have one open and report with it. */
    private static Long registration(JsonObject fact) throws Refused {
        Long registration = id(fact, "registration");
        return registration == null ? id(fact, "r") : registration;
    }

    private static Long id(JsonObject json, String name) throws Refused {
        return number(json, name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A number of a few characters can stand for one with billions of digits: whole ones without exponent only. */
    private static Long number(JsonObject json, String name, long least, long most) throws Refused {
        JsonValue value = value(json, name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number
                && number.bigDecimalValue().scale() == 0
                && number.bigDecimalValue().precision()
                        <= String.valueOf(Long.MAX_VALUE).length()) {
            try {
                long whole = number.bigDecimalValue().longValueExact();
                if (whole >= least && whole <= most) {
                    return whole;
                }
            } catch (ArithmeticException tooLarge) {
                throw new Refused(name + ": out of bounds.");
            }
        }
        throw new Refused(name + ": a whole number within bounds.");
    }

    private static Instant time(JsonObject json, String name) throws Refused {
        return Instant.ofEpochMilli(required(number(json, name, 0, LATEST), name));
    }

    private static boolean yes(JsonObject json, String name) throws Refused {
        JsonValue value = value(json, name);
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw new Refused(name + ": true or false.");
        }
        return value == JsonValue.TRUE;
    }
}
