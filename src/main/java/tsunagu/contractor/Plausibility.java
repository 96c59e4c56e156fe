package tsunagu.contractor;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Numbers that somebody should look at once more before they stand on the public page: a digit too many, columns exchanged. A doubt is a
 * question and no rule; who is sure reports the number all the same.
 */
final class Plausibility {

    /** So many times the highest of the months before. */
    private static final int TIMES = 3;

    /** What is no more than this is never doubted for its size. */
    private static final int SMALL = 10;

    /** Without any month before: no contractor of a city of a hundred thousand people counts more in a month. */
    private static final int HIGHEST_FIRST = 2_000;

    private static final int MONTHS_BEFORE = 12;

    private Plausibility() {}

    /** @param measure what the number is compared with @param more more of the first kind than of the second one in one month */
    record Doubt(MonthlyForm.Line line, int measure, boolean more) {}

    /**
     * The first number to be asked about.
     *
     * @param known what was reported before, of any months
     */
    static Optional<Doubt> first(List<MonthlyForm.Line> lines, List<MonthlyForm.Line> known) {
        for (MonthlyForm.Line line : lines) {
            if (line.kind() == MonthlyKind.PLACED) {
                Optional<Integer> talked = of(lines, line.month()).or(() -> of(known, line.month()));
                if (talked.isPresent() && line.quantity() > talked.get()) {
                    return Optional.of(new Doubt(line, talked.get(), true));
                }
            }
            Predicate<MonthlyForm.Line> before = each -> each.kind() == line.kind()
                    && each.month().isBefore(line.month())
                    && !each.month().isBefore(line.month().minusMonths(MONTHS_BEFORE));
            Optional<Integer> highest = known.stream()
                    .filter(before)
                    .map(MonthlyForm.Line::quantity)
                    .max(Integer::compare);
            int limit = highest.map(each -> Math.max(SMALL, each * TIMES)).orElse(HIGHEST_FIRST);
            if (line.quantity() > limit) {
                return Optional.of(new Doubt(line, highest.orElse(0), false));
            }
        }
        return Optional.empty();
    }

    /** 相談件数 of a month. */
    private static Optional<Integer> of(List<MonthlyForm.Line> lines, YearMonth month) {
        return lines.stream()
                .filter(each ->
                        each.kind() == MonthlyKind.CONSULTATIONS && each.month().equals(month))
                .map(MonthlyForm.Line::quantity)
                .findFirst();
    }
}
