package tsunagu.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tsunagu.meeting.Allocation.Pair;

/**
 * Places meetings in slots: nobody and no panel twice in one, and none where somebody is away or a company has its break. A meeting without
 * a free slot gets one by exchanging two slots along a chain of meetings (as König's proof colours the edges of a bipartite graph: without
 * breaks as many slots as anybody has meetings are always enough); where breaks forbid that, by moving others out of the way for a while.
 */
final class SlotPlan {

    /** Rounds of moving others out of the way before a meeting is given up. */
    private static final int PATIENCE = 4000;

    private final Preferences preferences;
    private final int slots;
    private final Random random = new Random(1);
    /** Node (seeker, or panel of a company) to slot to edge, -1 for none. */
    private final Map<String, int[]> nodes = new HashMap<>();

    private final List<Edge> edges = new ArrayList<>();

    private static final class Edge {
        final int number;
        final Pair pair;
        String panel;
        int slot = -1;
        boolean pinned;

        Edge(int number, Pair pair, String panel) {
            this.number = number;
            this.pair = pair;
            this.panel = panel;
        }
    }

    /** A meeting with its slot and panel, both from 0. */
    record Placed(Pair pair, int slot, int panel) {}

    /** @param left meetings for which no slot was found */
    record Plan(List<Placed> placed, List<Pair> left) {}

    private SlotPlan(Preferences preferences, int slots) {
        this.preferences = preferences;
        this.slots = slots;
    }

    /**
     * @param pairs meetings to place
     * @param pinned meetings that keep their slot and panel
     */
    static Plan of(Preferences preferences, int slots, List<Pair> pairs, List<Placed> pinned) {
        SlotPlan plan = new SlotPlan(preferences, slots);
        for (Placed each : pinned) {
            Edge edge = plan.edge(each.pair(), panel(each.pair().table(), each.panel()));
            edge.pinned = true;
            plan.put(edge, each.slot());
        }
        Set<Pair> fixed = new HashSet<>(pinned.stream().map(Placed::pair).toList());
        List<Edge> free = new ArrayList<>();
        Map<Long, Integer> used = new HashMap<>();
        pairs.stream().filter(each -> !fixed.contains(each)).forEach(each -> {
            int number = used.merge(each.table(), 1, Integer::sum) - 1;
            free.add(plan.edge(
                    each,
                    panel(each.table(), number % preferences.table(each.table()).panels())));
        });
        // Who has the fewest slots to choose from chooses first.
        free.sort(Comparator.comparingInt((Edge each) -> plan.allowed(each).size())
                .thenComparingLong(each -> each.pair.seeker()));
        List<Edge> left = free.stream().filter(each -> !plan.place(each)).toList();
        left.forEach(plan::insist);
        return new Plan(
                plan.edges.stream()
                        .filter(each -> each.slot >= 0)
                        .map(each -> new Placed(
                                each.pair,
                                each.slot,
                                Integer.parseInt(each.panel.substring(each.panel.indexOf('#') + 1))))
                        .sorted(Comparator.comparingInt(Placed::slot)
                                .thenComparingLong(each -> each.pair().table()))
                        .toList(),
                plan.edges.stream()
                        .filter(each -> each.slot < 0)
                        .map(each -> each.pair)
                        .toList());
    }

    private static String panel(long table, int number) {
        return "t" + table + "#" + number;
    }

    private static String seeker(Pair pair) {
        return "s" + pair.seeker();
    }

    private Edge edge(Pair pair, String panel) {
        Edge edge = new Edge(edges.size(), pair, panel);
        edges.add(edge);
        return edge;
    }

    private int[] node(String name) {
        return nodes.computeIfAbsent(name, key -> {
            int[] free = new int[slots];
            Arrays.fill(free, -1);
            return free;
        });
    }

    private boolean open(Edge edge, int slot) {
        return !preferences.seeker(edge.pair.seeker()).away().contains(slot)
                && !preferences.table(edge.pair.table()).closed().contains(slot);
    }

    private List<Integer> allowed(Edge edge) {
        List<Integer> allowed = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            if (open(edge, slot)) {
                allowed.add(slot);
            }
        }
        return allowed;
    }

    private boolean place(Edge edge) {
        List<Integer> allowed = allowed(edge);
        int panels = preferences.table(edge.pair.table()).panels();
        for (int panel = 0; panel < panels; panel++) {
            String name = panel == 0 ? edge.panel : panel(edge.pair.table(), (number(edge.panel) + panel) % panels);
            for (int slot : allowed) {
                if (node(seeker(edge.pair))[slot] < 0 && node(name)[slot] < 0) {
                    edge.panel = name;
                    put(edge, slot);
                    return true;
                }
            }
        }
        for (int one : allowed) {
            for (int other : allowed) {
                if (one != other
                        && node(seeker(edge.pair))[one] < 0
                        && node(edge.panel)[other] < 0
                        && exchange(edge.panel, one, other)) {
                    put(edge, one);
                    return true;
                }
            }
        }
        return false;
    }

    private static int number(String panel) {
        return Integer.parseInt(panel.substring(panel.indexOf('#') + 1));
    }

    /** Exchanges two slots along the chain of meetings that begins at a panel; nothing happens where a break or a pin forbids it. */
    private boolean exchange(String from, int one, int other) {
        List<Edge> chain = new ArrayList<>();
        String node = from;
        int slot = one;
        while (node(node)[slot] >= 0) {
            Edge next = edges.get(node(node)[slot]);
            int to = slot == one ? other : one;
            if (next.pinned || !open(next, to)) {
                return false;
            }
            chain.add(next);
            node = node.equals(next.panel) ? seeker(next.pair) : next.panel;
            slot = to;
        }
        chain.forEach(this::take);
        for (int i = 0; i < chain.size(); i++) {
            put(chain.get(i), i % 2 == 0 ? other : one);
        }
        return true;
    }

    private void put(Edge edge, int slot) {
        edge.slot = slot;
        node(seeker(edge.pair))[slot] = edge.number;
        node(edge.panel)[slot] = edge.number;
    }

    private void take(Edge edge) {
        node(seeker(edge.pair))[edge.slot] = -1;
        node(edge.panel)[edge.slot] = -1;
        edge.slot = -1;
    }

    /** Takes a slot from others, who look for another one, and so on; if it does not end well, everything is as it was. */
    private void insist(Edge first) {
        int[] before = edges.stream().mapToInt(each -> each.slot).toArray();
        String[] panels = edges.stream().map(each -> each.panel).toArray(String[]::new);
        List<Edge> waiting = new ArrayList<>(List.of(first));
        Map<Edge, Integer> lastSlot = new HashMap<>();
        for (int round = 0; round < PATIENCE && !waiting.isEmpty(); round++) {
            Edge edge = waiting.remove(random.nextInt(waiting.size()));
            if (place(edge)) {
                continue;
            }
            List<Integer> allowed = allowed(edge).stream()
                    .filter(slot -> !slot.equals(lastSlot.get(edge))
                            && movable(node(seeker(edge.pair))[slot])
                            && movable(node(edge.panel)[slot]))
                    .toList();
            if (allowed.isEmpty()) {
                break;
            }
            int slot = allowed.get(random.nextInt(allowed.size()));
            for (int number : new int[] {node(seeker(edge.pair))[slot], node(edge.panel)[slot]}) {
                if (number >= 0 && edges.get(number).slot >= 0) {
                    Edge moved = edges.get(number);
                    lastSlot.put(moved, slot);
                    take(moved);
                    waiting.add(moved);
                }
            }
            put(edge, slot);
        }
        if (waiting.isEmpty() && first.slot >= 0) {
            return;
        }
        edges.stream().filter(each -> each.slot >= 0).forEach(this::take);
        for (int i = 0; i < before.length; i++) {
            edges.get(i).panel = panels[i];
            if (before[i] >= 0) {
                put(edges.get(i), before[i]);
            }
        }
    }

    private boolean movable(int edge) {
        return edge < 0 || !edges.get(edge).pinned;
    }
}
