package tsunagu.attendance.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import tsunagu.attendance.DoorReportService;
import tsunagu.question.QuestionView;
import tsunagu.shared.Secrets;

/** The list a phone takes along. */
final class DoorListJson {

    /** Enough of a hash to tell tickets apart. The eight digits can be found out from it: docs/security.md says what that opens. */
    private static final int HASH = 22;

    private DoorListJson() {}

    static JsonObject of(DoorReportService.TakenAlong taken) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        for (DoorReportService.Person person : taken.people()) {
            JsonObjectBuilder kinds = Json.createObjectBuilder();
            person.kinds().forEach((role, many) -> kinds.add(role.name(), many));
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("registration", person.registration())
                    .add("person", person.person())
                    .add("ticketHash", Secrets.digest(person.token()).substring(0, HASH))
                    .add(
                            "codeHash",
                            Secrets.digest(taken.session().id() + ":" + person.code())
                                    .substring(0, HASH))
                    .add("name", person.name() == null ? "" : person.name())
                    .add("role", person.role())
                    .add("state", person.state())
                    .add("companions", person.companions())
                    .add("expected", person.expected())
                    .add("kinds", kinds)
                    .add("reading", person.reading())
                    .add("line", person.line())
                    // Two digits of eight tell namesakes apart and open nothing.
                    .add("ending", person.code().substring(person.code().length() - 2))
                    .add("where", person.where());
            people.add((person.at() == null
                            ? json
                            : json.add("presentSince", person.at().toEpochMilli()))
                    .build());
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
        JsonArrayBuilder walkIns = Json.createArrayBuilder();
        for (DoorReportService.WalkIn each : taken.walkInPeople()) {
            walkIns.add(Json.createObjectBuilder()
                    .add("nonce", each.nonce())
                    .add("name", each.name())
                    .add("reading", each.reading())
                    .add("role", each.role())
                    .add("presentSince", each.at().toEpochMilli()));
        }
        JsonObjectBuilder clicked = Json.createObjectBuilder();
        taken.clicked().forEach(clicked::add);
        JsonObjectBuilder list = Json.createObjectBuilder();
        if (taken.free() != null) {
            list.add("free", taken.free());
        }
        return list.add("walkInPeople", walkIns)
                .add("calledOff", taken.off())
                .add("now", taken.now().toEpochMilli())
                .add("wipeAt", taken.wipeAt().toEpochMilli())
                .add("opensAt", taken.opensAt().toEpochMilli())
                .add("walkIns", taken.walkIns())
                .add("clicked", clicked)
                .add("people", people)
                .add("questions", questions)
                .build();
    }
}
