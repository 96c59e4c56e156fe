package tsunagu.demonstration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;

/** Japanese texts by key, dealt like cards: none comes twice before all of its key were used. */
final class Phrases {

    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, Deque<String>> decks = new HashMap<>();
    private final Dice dice;

    Phrases(Dice dice, String... tables) {
        this.dice = dice;
        for (String table : tables) {
            for (Row row : ReferenceTable.read(Resources.path(table))) {
                texts.computeIfAbsent(row.text("key"), key -> new ArrayList<>()).add(row.text("text"));
            }
        }
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    List<String> all(String key) {
        return texts.getOrDefault(key, List.of());
    }

    /** @throws IllegalArgumentException when there is no text of this key */
    String deal(String key) {
        if (!has(key)) {
            throw new IllegalArgumentException("No phrase " + key);
        }
        Deque<String> deck = decks.computeIfAbsent(key, fresh -> new ArrayDeque<>());
        if (deck.isEmpty()) {
            deck.addAll(dice.shuffled(texts.get(key)));
        }
        return deck.pop();
    }

    String deal(String key, Map<String, String> slots) {
        return filled(deal(key), slots);
    }

    /** The special text when there is one, else the ordinary one. */
    String dealFirst(String special, String ordinary, Map<String, String> slots) {
        return deal(has(special) ? special : ordinary, slots);
    }

    static String filled(String text, Map<String, String> slots) {
        String result = text;
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            result = result.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return result;
    }
}
