package tsunagu.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tsunagu.shared.ConflictException;

/**
 * The fields of a form that several people may have open at once, by their ids. It remembers what it began with. Whoever saves second is
 * not told to begin again: what only one of the two changed is taken from either, what both changed stays as typed here and is shown with
 * the other's ({@link SheetMerge}, {@code ts:conflicts}); the next press saves it knowingly.
 */
public final class SharedForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> base = new HashMap<>();
    private final HashMap<String, String> typed = new HashMap<>();
    private final ArrayList<SheetMerge.Conflict> conflicts = new ArrayList<>();
    private boolean begun;

    /** @param saved what is kept, asked for when the form is opened */
    public Map<String, String> typed(Supplier<Map<String, String>> saved) {
        if (!begun) {
            begun = true;
            saved.get().forEach((field, answer) -> {
                base.put(field, answer == null ? "" : answer);
                typed.put(field, answer == null ? "" : answer);
            });
        }
        return typed;
    }

    /** What it began with. */
    public Map<String, String> getBase() {
        return base;
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    /**
     * Saves, or merges with what somebody else has saved since.
     *
     * @param save is given {@link #getBase}
     * @param saved what is kept now
     * @param fields of rules that only the service can check ({@link FormErrors#attempt(Runnable, Map)})
     * @return whether it was saved
     */
    public boolean save(
            FormErrors errors, Runnable save, Supplier<Map<String, String>> saved, Map<String, String> fields) {
        boolean[] overtaken = new boolean[1];
        boolean done = errors.attempt(
                () -> {
                    try {
                        save.run();
                    } catch (ConflictException e) {
                        overtaken[0] = true;
                    }
                },
                fields);
        if (overtaken[0]) {
            errors.addText("", merge(saved.get()) ? "web.merge.done" : "web.merge.both");
            return false;
        }
        return done;
    }

    /** @return whether nothing was changed by both */
    private boolean merge(Map<String, String> theirs) {
        Map<String, String> now = new HashMap<>();
        base.keySet().forEach(field -> now.put(field, theirs.get(field) == null ? "" : theirs.get(field)));
        Map<String, String> mine = new HashMap<>();
        base.keySet().forEach(field -> mine.put(field, typed.get(field) == null ? "" : typed.get(field)));
        SheetMerge merged = SheetMerge.of(base, mine, now);
        base.putAll(now);
        typed.putAll(merged.answers());
        conflicts.clear();
        conflicts.addAll(merged.conflicts());
        return conflicts.isEmpty();
    }
}
