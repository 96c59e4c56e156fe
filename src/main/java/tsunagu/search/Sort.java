package tsunagu.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Orders of a list; equal ones go by newest, then by number, so that pages never overlap. */
public enum Sort {
    /** Title and name first, then the kind's own order. */
    BEST("best", null),
    NEW("new", Comparator.comparingLong(entry -> -entry.publicSince())),
    CLOSING("closing", Comparator.comparingLong(MirrorEntry::closes)),
    WAGE("wage", Comparator.comparingInt(entry -> -entry.wage())),
    DAYS_OFF("daysoff", Comparator.comparingInt(entry -> -entry.daysOff())),
    /** What comes next first: of something that is held several times, the first time that is not over yet. */
    BEGINS("date", null),
    NAME("name", Comparator.comparing(MirrorEntry::name));

    private final String word;
    private final Comparator<MirrorEntry> order;

    Sort(String word, Comparator<MirrorEntry> order) {
        this.word = word;
        this.order = order;
    }

    /** In addresses. */
    public String word() {
        return word;
    }

    static Optional<Sort> find(Kind kind, String word) {
        return Arrays.stream(values())
                .filter(sort -> sort.word.equals(word) && kind.sorts().contains(sort))
                .findFirst();
    }

    /** What {@link #BEST} means for a kind when no words are searched. */
    public boolean isNaturalOrderOf(Kind kind) {
        return this == natural(kind);
    }

    private static Sort natural(Kind kind) {
        return switch (kind) {
            case COMPANY -> NAME;
            case EVENT -> BEGINS;
            default -> NEW;
        };
    }

    /** @param now epoch seconds */
    Comparator<MirrorEntry> order(Kind kind, boolean past, long now) {
        Sort wanted = this == BEST ? natural(kind) : this;
        Comparator<MirrorEntry> comparator = wanted.order;
        if (wanted == BEGINS) {
            comparator = Comparator.comparingLong(entry -> entry.begins(now));
            comparator = past ? comparator.reversed() : comparator;
        }
        return comparator.thenComparing(NEW.order).thenComparingInt(MirrorEntry::no);
    }
}
