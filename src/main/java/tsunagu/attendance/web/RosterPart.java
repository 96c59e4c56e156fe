package tsunagu.attendance.web;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a long list, of 100 lines.
 *
 * @param page from 1; one that is not there is the last
 */
public record RosterPart<T>(List<T> shown, int total, int page, int pages) {

    static final int LINES = 100;

    /** Neighbours of the shown page among the links to pages. */
    private static final int NEAR = 4;

    static <T> RosterPart<T> of(List<T> all, int wanted) {
        int pages = Math.max(1, (all.size() + LINES - 1) / LINES);
        int page = Math.max(1, Math.min(wanted, pages));
        int from = (page - 1) * LINES;
        return new RosterPart<>(
                List.copyOf(all.subList(from, Math.min(all.size(), from + LINES))), all.size(), page, pages);
    }

    public boolean several() {
        return pages > 1;
    }

    /** Number of its first line, and of its last. */
    public int first() {
        return total == 0 ? 0 : (page - 1) * LINES + 1;
    }

    public int last() {
        return Math.min(total, page * LINES);
    }

    /** Pages to go to: the first, the last, and those around this one. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages)
                .filter(each -> each == 1 || each == pages || Math.abs(each - page) <= NEAR)
                .boxed()
                .toList();
    }
}
