package tsunagu.meeting;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tsunagu.meeting.Allocation.Pair;
import tsunagu.meeting.SlotPlan.Placed;

/**
 * What a run says of itself, as JSON: the seed, everything that went in, what came out, who would rather meet and does not (there should be
 * nobody), and for every wish that was not fulfilled the reason. People are numbers. Whoever has it can run it again.
 */
final class AllocationProof {

    private AllocationProof() {}

    static String of(
            Instant now,
            String seed,
            int slots,
            Preferences preferences,
            List<Placed> placed,
            List<Pair> blocking,
            Map<Pair, Reason> reasons) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("rule", "student-proposing deferred acceptance; lots: order of SHA-256(seed:number)")
                .add("at", now.toString())
                .add("seed", seed)
                .add("slots", slots);
        JsonArrayBuilder seekers = Json.createArrayBuilder();
        preferences.seekers().stream()
                .sorted(java.util.Comparator.comparingLong(Seeker::id))
                .forEach(each -> seekers.add(Json.createObjectBuilder()
                        .add("number", each.id())
                        .add("lot", preferences.lots().of(each.id()))
                        .add("wishes", numbers(each.ranks()))
                        .add("most", each.most())
                        .add("away", numbers(each.away()))));
        JsonArrayBuilder tables = Json.createArrayBuilder();
        preferences.tables().stream()
                .sorted(java.util.Comparator.comparingLong(Table::id))
                .forEach(each -> tables.add(Json.createObjectBuilder()
                        .add("company", each.id())
                        .add("named", numbers(each.ranks()))
                        .add("accepts", numbers(each.accepts().stream().sorted().toList()))
                        .add("panels", each.panels())
                        .add("closed", numbers(each.closed()))
                        .add("most", each.most())));
        JsonArrayBuilder meetings = Json.createArrayBuilder();
        placed.forEach(each ->
                meetings.add(pair(each.pair()).add("slot", each.slot() + 1).add("panel", each.panel() + 1)));
        JsonArrayBuilder rather = Json.createArrayBuilder();
        blocking.forEach(each -> rather.add(pair(each)));
        JsonArrayBuilder refused = Json.createArrayBuilder();
        reasons.forEach((pair, reason) -> refused.add(pair(pair).add("reason", reason.name())));
        return json.add("seekers", seekers)
                .add("companies", tables)
                .add("meetings", meetings)
                .add("blockingPairs", rather)
                .add("notFulfilled", refused)
                .build()
                .toString();
    }

    private static JsonObjectBuilder pair(Pair pair) {
        return Json.createObjectBuilder().add("number", pair.seeker()).add("company", pair.table());
    }

    private static JsonArrayBuilder numbers(Collection<? extends Number> numbers) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        numbers.forEach(each -> array.add(each.longValue()));
        return array;
    }
}
