package tsunagu.attendance;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tsunagu.event.AttendanceRole;
import tsunagu.question.Results;

/**
 * What a report said when its event was closed: numbers only. Whoever has their answers deleted afterwards, or turns out to be somebody else as
 * well, does not change it.
 *
 * @param sessions by the session's number in the database
 * @param questions by the question's number in the database
 */
record ClosedFigures(Map<Long, EventReport.Numbers> sessions, long persons, Map<Long, Answered> questions) {

    /** @param shares people of each option, in their order @param mean null where there is none */
    record Answered(int people, List<Integer> shares, Double mean) {

        private static Answered of(Results results) {
            return new Answered(
                    results.answered(),
                    results.shares().stream().map(Results.Share::people).toList(),
                    results.mean());
        }
    }

    static ClosedFigures of(EventReport report, List<Results> results) {
        Map<Long, EventReport.Numbers> sessions = new TreeMap<>();
        report.sessions().forEach(each -> sessions.put(each.session().id(), each.numbers()));
        Map<Long, Answered> questions = new TreeMap<>();
        results.forEach(each -> questions.put(each.question().id(), Answered.of(each)));
        return new ClosedFigures(sessions, report.persons(), questions);
    }

    String json() {
        JsonObjectBuilder bySession = Json.createObjectBuilder();
        sessions.forEach((id, numbers) -> bySession.add(
                id.toString(),
                Json.createObjectBuilder()
                        .add("registered", numbers.registered())
                        .add("came", json(numbers.came()))
                        .add("recorded", json(numbers.recorded()))
                        .add("counted", json(numbers.counted()))
                        .add("audience", json(numbers.audience()))
                        .add("headsCounted", numbers.headsCounted())
                        .add("answers", numbers.answers())
                        .add("answersOfOthers", numbers.answersOfOthers())));
        JsonObjectBuilder byQuestion = Json.createObjectBuilder();
        questions.forEach((id, answered) -> {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("people", answered.people())
                    .add("shares", Json.createArrayBuilder(answered.shares()));
            byQuestion.add(id.toString(), answered.mean() == null ? one : one.add("mean", answered.mean()));
        });
        return Json.createObjectBuilder()
                .add("sessions", bySession)
                .add("persons", persons)
                .add("questions", byQuestion)
                .build()
                .toString();
    }

    private static <K extends Enum<K>> JsonObjectBuilder json(Map<K, Integer> numbers) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(numbers).forEach((key, many) -> json.add(key.name(), many));
        return json;
    }

    static ClosedFigures of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject all = reader.readObject();
            Map<Long, EventReport.Numbers> sessions = new HashMap<>();
            all.getJsonObject("sessions")
                    .forEach((id, each) -> sessions.put(Long.valueOf(id), numbers(each.asJsonObject())));
            Map<Long, Answered> questions = new HashMap<>();
            all.getJsonObject("questions")
                    .forEach((id, each) -> questions.put(Long.valueOf(id), answered(each.asJsonObject())));
            return new ClosedFigures(sessions, all.getJsonNumber("persons").longValue(), questions);
        }
    }

    private static EventReport.Numbers numbers(JsonObject json) {
        return new EventReport.Numbers(
                json.getInt("registered"),
                map(json, "came", EventReport.Way::valueOf),
                map(json, "recorded", AttendanceRole::valueOf),
                map(json, "counted", AttendanceRole::valueOf),
                map(json, "audience", AttendanceRole::valueOf),
                json.getBoolean("headsCounted"),
                json.getInt("answers"),
                json.getInt("answersOfOthers"));
    }

    private static <K> Map<K, Integer> map(JsonObject json, String name, Function<String, K> key) {
        Map<K, Integer> numbers = new TreeMap<>();
        for (Map.Entry<String, JsonValue> each : json.getJsonObject(name).entrySet()) {
            numbers.put(key.apply(each.getKey()), ((JsonNumber) each.getValue()).intValue());
        }
        return numbers;
    }

    private static Answered answered(JsonObject json) {
        List<Integer> shares = new ArrayList<>();
        json.getJsonArray("shares").forEach(each -> shares.add(((JsonNumber) each).intValue()));
        return new Answered(
                json.getInt("people"),
                shares,
                json.containsKey("mean") ? json.getJsonNumber("mean").doubleValue() : null);
    }

    /** The answers as they were then. Words are those that are still there: somebody may have had theirs deleted. */
    Results asThen(Results now) {
        Answered then = questions.get(now.question().id());
        if (then == null) {
            return now;
        }
        List<Results.Share> shares = new ArrayList<>();
        for (int i = 0; i < now.shares().size(); i++) {
            int people = i < then.shares().size() ? then.shares().get(i) : 0;
            shares.add(new Results.Share(
                    now.shares().get(i).option(),
                    people,
                    then.people() == 0 ? 0 : Math.round(100f * people / then.people())));
        }
        return new Results(now.question(), then.people(), shares, now.texts(), then.mean());
    }
}
