package tsunagu.attendance.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers to the facts of one post, in their order. What could not be kept now keeps back what follows from it: who was let in by a fact
 * that waits is neither taken back nor accompanied before it.
 */
final class DoorAnswers {

    private final DoorPost post;
    private final Function<DoorPost.Said, JsonObject> one;
    private final Set<Object> waiting = new HashSet<>();

    DoorAnswers(DoorPost post, Function<DoorPost.Said, JsonObject> one) {
        this.post = post;
        this.one = one;
    }

    JsonArray all() {
        JsonArrayBuilder answers = Json.createArrayBuilder();
        for (DoorPost.Said said : post.said()) {
            boolean held = said.about().stream().anyMatch(waiting::contains);
            JsonObject answer =
                    held ? Json.createObjectBuilder().add("nonce", said.nonce()).build() : one.apply(said);
            if (!answer.containsKey("outcome")) {
                waiting.addAll(said.about());
                waiting.add(said.nonce());
            }
            answers.add(answer);
        }
        return answers.build();
    }
}
