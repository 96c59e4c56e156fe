package tsunagu.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** In which order a phone's facts are taken, and what waits for what. */
class DoorPostTest {

    @Test
    void facts_are_in_the_order_of_the_phones_own_counter() throws Exception {
        DoorPost post = read(
                undo("c", "a", 3, 1_000),
                scan("a", 7, 1, 900_000),
                scan("b", 8, 2, 5),
                "{\"kind\":\"SCAN\",\"nonce\":\"old\",\"time\":9}");
        assertThat(post.said().stream().map(DoorPost.Said::nonce)).containsExactly("old", "a", "b", "c");
    }

    @Test
    void a_number_is_a_whole_one() {
        for (String number : List.of("-1", "1.5", "\"1\"", "9007199254740992")) {
            assertThatThrownBy(() -> read(scan("a", 7, 1, 2).replace("\"number\":1", "\"number\":" + number)))
                    .as(number)
                    .isInstanceOf(DoorPost.Refused.class);
        }
    }

    @Test
    void what_follows_from_a_fact_that_waits_waits_as_well() throws Exception {
        DoorPost post = read(
                scan("a", 7, 1, 1),
                undo("b", "a", 2, 2),
                scan("c", 7, 3, 3),
                scan("d", 8, 4, 4),
                undo("e", "b", 5, 5),
                "{\"kind\":\"ANSWER\",\"nonce\":\"f\",\"time\":6,\"number\":6,\"registration\":7,\"question\":1,\"value\":\"x\"}");
        assertThat(answered(post, nonce -> !nonce.equals("a"))).containsExactly("d");
        assertThat(answered(post, nonce -> true)).containsExactly("a", "b", "c", "d", "e", "f");
    }

    private static List<String> answered(DoorPost post, Predicate<String> kept) {
        return new DoorAnswers(post, said -> {
                    JsonObjectBuilder answer = Json.createObjectBuilder().add("nonce", said.nonce());
                    return kept.test(said.nonce()) ? answer.add("outcome", "OK").build() : answer.build();
                })
                .all().getValuesAs(JsonObject.class).stream()
                        .filter(each -> each.containsKey("outcome"))
                        .map(each -> each.getString("nonce"))
                        .toList();
    }

    private static String scan(String nonce, long registration, long number, long time) {
        return "{\"kind\":\"SCAN\",\"nonce\":\"" + nonce + "\",\"time\":" + time + ",\"number\":" + number
                + ",\"registration\":" + registration + "}";
    }

    private static String undo(String nonce, String undoes, long number, long time) {
        return "{\"kind\":\"UNDO\",\"nonce\":\"" + nonce + "\",\"time\":" + time + ",\"number\":" + number
                + ",\"undoes\":\"" + undoes + "\"}";
    }

    private static DoorPost read(String... facts) throws Exception {
        return DoorPost.read(new ByteArrayInputStream(
                ("{\"now\":1000,\"facts\":[" + String.join(",", facts) + "]}").getBytes(StandardCharsets.UTF_8)));
    }
}
