package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;

/**
 * What is done to all rows of a list that were ticked, each by its record and what was seen of it. One after the other, each in a
 * transaction of its own: one that cannot be done keeps no other from being done, and is named with why. In pages: {@code #{manyActs}}.
 */
@Named
@RequestScoped
public class ManyActs {

    /** More is no list that somebody has looked at; a page has at most a hundred rows. */
    static final int MOST = 500;

    private static final String TICKS = "pick";

    @Inject
    private RowAct act;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    private final Set<String> done = new HashSet<>();

    /** @param seen a version, or the state, as the page wrote it */
    public record Picked(String record, String seen) {

        /** @throws ConflictException when it is not a number: the page wrote none such */
        public long number() {
            return Long.parseLong(whole(record));
        }

        public int version() {
            return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(whole(seen)));
        }

        private static String whole(String written) {
            if (!written.matches("[0-9]{1,18}")) {
                throw new ConflictException();
            }
            return written;
        }
    }

    private List<Picked> picked() {
        List<Picked> picked = new ArrayList<>();
        for (String each : act.all(TICKS)) {
            String[] parts = each.split(":", 2);
            if (parts.length == 2
                    && picked.stream().noneMatch(other -> other.record().equals(parts[0]))) {
                picked.add(new Picked(parts[0], parts[1]));
            }
        }
        return picked;
    }

    /**
     * Does it to each. Where all could be done nothing is said; otherwise how many were, and of each other why not.
     *
     * @param names of rows by their records, asked for those that could not be done only
     * @return how many were done, where all were; -1 otherwise
     */
    public int each(Consumer<Picked> useCase, Function<Set<String>, Map<String, String>> names) {
        return each(useCase, names, (one, other) -> 0);
    }

    /** @param order in which it is done; equal ones as they were ticked */
    public int each(
            Consumer<Picked> useCase, Function<Set<String>, Map<String, String>> names, Comparator<Picked> order) {
        List<Picked> picked = picked();
        picked.sort(order);
        if (picked.isEmpty()) {
            errors.addText("", "desk.error.pickNone");
            return -1;
        }
        if (picked.size() > MOST) {
            errors.add("", texts.of("desk.error.pickMany", MOST));
            return -1;
        }
        Map<String, String> failed = new LinkedHashMap<>();
        for (Picked row : picked) {
            try {
                useCase.accept(row);
                done.add(row.record());
            } catch (DomainException e) {
                failed.put(row.record(), texts.format(e.key(), e.arguments()));
            } catch (NotFoundException e) {
                // It was there when the list was opened.
                failed.put(row.record(), texts.of(new ConflictException().key()));
            }
        }
        if (failed.isEmpty()) {
            return picked.size();
        }
        errors.add("", texts.of("desk.many.some", done.size(), failed.size()));
        Map<String, String> called = names.apply(failed.keySet());
        failed.forEach(
                (record, why) -> errors.add("", texts.of("desk.many.row", called.getOrDefault(record, record), why)));
        return -1;
    }

    /** Whether the row is still ticked on the page that answers: what was done is not. */
    public boolean ticked(String pick) {
        return act.all(TICKS).contains(pick) && !done.contains(pick.split(":", 2)[0]);
    }

    /** Records that were done although others were not; for the window, which keeps what is ticked. */
    public String getDone() {
        return String.join(" ", done);
    }
}
