package tsunagu.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two people changed the same form: a field that one of them left alone takes the other's answer; a field that both changed
 * keeps the own one and is reported with both.
 */
public record SheetMerge(Map<String, String> answers, List<SheetMerge.Conflict> conflicts) {

    /** @param mine now in the form; "" when emptied */
    public record Conflict(String field, String mine, String theirs) implements Serializable {}

    public static SheetMerge of(Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        Set<String> fields = new TreeSet<>(base.keySet());
        fields.addAll(mine.keySet());
        fields.addAll(theirs.keySet());
        Map<String, String> merged = new TreeMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (String field : fields) {
            String before = base.getOrDefault(field, "");
            String own = mine.getOrDefault(field, "");
            String other = theirs.getOrDefault(field, "");
            boolean untouched = Objects.equals(own, before);
            merged.put(field, untouched ? other : own);
            if (!untouched && !other.equals(before) && !other.equals(own)) {
                conflicts.add(new Conflict(field, own, other));
            }
        }
        return new SheetMerge(merged, conflicts);
    }
}
