package tsunagu.shared;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** 秘匿: a row of one or two people could tell who they are; outside the city's own screens such rows are shown together. */
public final class FewPeople {

    private static final BigDecimal FEW = BigDecimal.valueOf(3);

    private FewPeople() {}

    /** One or two people: a difference of so many could tell who they are. */
    public static boolean few(BigDecimal people) {
        return people.signum() > 0 && people.compareTo(FEW) < 0;
    }

    /**
     * Rows that are shown as one with their sum. Where that would be one row alone, or still few people, the next smallest join it: from the
     * total and the other rows nothing can be subtracted back.
     *
     * @param rows of people
     * @param size how many people a row tells about; a row of nobody is nobody's
     * @return by identity; empty when every row may be shown
     */
    public static <T> Set<T> together(List<T> rows, Function<T, BigDecimal> size) {
        List<T> people = rows.stream()
                .filter(row -> size.apply(row).signum() > 0)
                .sorted(Comparator.comparing(size))
                .toList();
        Set<T> together = Collections.newSetFromMap(new IdentityHashMap<>());
        if (people.isEmpty() || size.apply(people.get(0)).compareTo(FEW) >= 0) {
            return together;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (T row : people) {
            if (size.apply(row).compareTo(FEW) < 0 || together.size() == 1 || sum.compareTo(FEW) < 0) {
                together.add(row);
                sum = sum.add(size.apply(row));
            }
        }
        return together;
    }
}
