package tsunagu.demonstration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable.Row;

/** Invented company names, each used once. */
final class FirmNames {

    private static final Set<String> ASSOCIATIONS = Set.of("S", "NPO");
    private static final Set<String> COOPERATIVES = Set.of("N", "Q", "COOP");
    private static final String ASSOCIATION_END = "\u30ab\u30a4";
    private static final String COOPERATIVE_END = "\u30af\u30df\u30a2\u30a4";

    /** @param form key of the corporate form, "KO" for a sole proprietor */
    record Name(String name, String reading, String form) {

        boolean soleProprietor() {
            return form.equals("KO");
        }
    }

    private final Dice dice;
    private final List<Row> elements = Resources.rows("names").toList();
    private final Map<String, List<String>> patterns = Resources.rows("forms")
            .collect(Collectors.groupingBy(
                    row -> row.text("key"), Collectors.mapping(row -> row.text("pattern"), Collectors.toList())));
    private final Map<String, Row> extremes = new HashMap<>();
    private final Deque<Row> deck = new ArrayDeque<>();
    private final Set<String> used = new HashSet<>();

    FirmNames(Dice dice) {
        this.dice = dice;
        Resources.rows("extremes").forEach(row -> extremes.put(row.text("trade"), row));
    }

    /** A name no other company has; the first of some trades has an extreme one. */
    Name drawn(Trade trade) {
        String form = dice.pick(trade.forms());
        Row extreme = extremes.remove(trade.key());
        if (extreme != null) {
            return new Name(
                    extreme.text("name"), extreme.text("reading"), trade.key().equals("grocery") ? "KO" : form);
        }
        while (true) {
            Row element = nextElement();
            String[] end = dice.pick(fitting(trade.ends(), form)).split(":");
            String core = element.text("name") + end[0];
            if (used.add(core)) {
                String whole = dice.pick(patterns.get(form)).replace("{n}", core);
                return new Name(whole, element.text("reading") + end[1], form);
            }
        }
    }

    private Row nextElement() {
        if (deck.isEmpty()) {
            deck.addAll(dice.shuffled(elements));
        }
        return deck.pop();
    }

    private static List<String> fitting(List<String> ends, String form) {
        List<String> fitting = ends.stream().filter(end -> fits(end, form)).toList();
        return fitting.isEmpty() ? ends : fitting;
    }

    private static boolean fits(String end, String form) {
        if (ASSOCIATIONS.contains(form)) {
            return end.endsWith(ASSOCIATION_END);
        }
        if (COOPERATIVES.contains(form)) {
            return true;
        }
        return !end.endsWith(COOPERATIVE_END) && (form.equals("I") || !end.endsWith(ASSOCIATION_END));
    }
}
