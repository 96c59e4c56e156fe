package tsunagu.web;

import java.util.List;
import java.util.function.Predicate;

/**
 * The lines of a table that a page shows of what was read: all of a short one; of a long one those that are to be mended, or the first.
 *
 * @param all lines that were read
 * @param wrong how many of them are to be mended
 */
public record ShownLines<L>(List<L> lines, int all, int wrong) {

    /** More are not looked at by anybody. */
    private static final int MOST = 200;

    public static <L> ShownLines<L> of(List<L> all, Predicate<L> wrong) {
        List<L> mend = all.stream().filter(wrong).toList();
        List<L> shown = all.size() <= MOST || mend.isEmpty() ? all : mend;
        return new ShownLines<>(shown.subList(0, Math.min(MOST, shown.size())), all.size(), mend.size());
    }

    public boolean cut() {
        return lines.size() < all;
    }
}
