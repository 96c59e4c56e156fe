package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FoldedName;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** 実人数: one person under two registrations is counted once when staff say so; and twice again when that was wrong. */
@ApplicationScoped
@Transactional
public class PeopleService {

    /** Pairs, or groups of them, on a page. */
    private static final int PER_PAGE = 20;

    /** More that look alike are not compared: then names are no help, and the search is. */
    private static final int MOST = 2_000;

    /** Of each person. */
    private static final int VISITS = 3;

    @Inject
    private Viewings viewings;

    @Inject
    private PeopleRepository people;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** A session somebody registered for or was present at. @param day null while none is fixed */
    public record Visit(long person, String title, LocalDate day) {}

    /**
     * Some of the pairs there are, or of the groups of them.
     *
     * @param total on all pages
     * @param page from 1; one behind the last is the last
     * @param groups the same pairs, those of one person together; empty for pairs that are answered
     * @param visits what each person of these pairs came to or registered for, the latest first; at most three
     */
    public record Pairs(
            int total, int page, List<SamePerson> shown, List<SamePeople> groups, Map<Long, List<Visit>> visits) {

        public int pages() {
            return Math.max(1, (total + PER_PAGE - 1) / PER_PAGE);
        }

        public List<Visit> of(long person) {
            return visits.getOrDefault(person, List.of());
        }
    }

    /** Pairs that may be one person, the surest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<SamePerson> alike() {
        Set<String> settled = people.settled();
        return SamePerson.alike(people.people(), MOST).stream()
                .filter(each -> !settled.contains(each.pair()))
                .toList();
    }

    /** A page of them, those of one person together. @param words part of a name, a reading or an address, however it is written; "" for all */
    @UseCase(allow = Role.STAFF, changes = false)
    public Pairs alike(String words, int page) {
        String folded = FoldedName.of(words);
        Page<SamePeople> found = page(
                SamePeople.of(
                        alike().stream().filter(each -> each.holds(folded)).toList()),
                page);
        return new Pairs(
                found.total(),
                found.page(),
                found.shown().stream().flatMap(each -> each.pairs().stream()).toList(),
                found.shown(),
                visits(found.shown().stream()
                        .flatMap(each -> each.entries().stream())
                        .map(SamePeople.Entry::id)
                        .toList()));
    }

    /** Pairs that are counted as one, the latest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Pairs merged(String words, int page) {
        return some(people.merged(MOST), words, page);
    }

    /** Pairs that staff called two people, the latest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Pairs distinct(String words, int page) {
        return some(people.distinct(MOST), words, page);
    }

    private Pairs some(List<SamePerson> pairs, String words, int wanted) {
        String folded = FoldedName.of(words);
        Page<SamePerson> found =
                page(pairs.stream().filter(each -> each.holds(folded)).toList(), wanted);
        return new Pairs(
                found.total(),
                found.page(),
                found.shown(),
                List.of(),
                visits(found.shown().stream()
                        .flatMap(each -> Stream.of(each.one(), each.other()))
                        .distinct()
                        .toList()));
    }

    private record Page<T>(int total, int page, List<T> shown) {}

    private static <T> Page<T> page(List<T> found, int wanted) {
        int last = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.max(1, Math.min(wanted, last));
        return new Page<>(
                found.size(), page, found.subList((page - 1) * PER_PAGE, Math.min(found.size(), page * PER_PAGE)));
    }

    private Map<Long, List<Visit>> visits(List<Long> persons) {
        viewings.opened(Viewing.What.PEOPLE, "", persons);
        return people.visits(persons).stream()
                .collect(Collectors.groupingBy(
                        Visit::person,
                        Collectors.collectingAndThen(
                                Collectors.toList(), all -> all.subList(0, Math.min(VISITS, all.size())))));
    }

    /**
     * Counts the other as the one. What either did stays where it is.
     *
     * @param pair of {@link #alike}, as {@link SamePerson#pair} names it
     * @param seen its stamp
     * @throws ConflictException when they are no such pair any more
     */
    @UseCase(allow = Role.STAFF, fresh = true)
    public void merge(String pair, String seen) {
        SamePerson alike = seen(pair, seen);
        long one = alike.one();
        long other = alike.other();
        boolean done = people.merge(other, one, currentActor.get().accountId(), clock.instant())
                // Others are merged into that one already: then it stays, and this one joins them.
                || people.merge(one, other, currentActor.get().accountId(), clock.instant());
        if (!done) {
            throw new DomainException("event.error.merge");
        }
    }

    /**
     * Counts all of them as one. What each did stays where it is.
     *
     * @param key of a group of {@link #alike(String, int)}, as {@link SamePeople#key} names it
     * @param seen its stamp
     * @throws ConflictException when they are no such group any more
     * @throws DomainException when two of them stand for others already: those are answered one by one
     */
    @UseCase(allow = Role.STAFF, fresh = true)
    public void mergeAll(String key, String seen) {
        List<Long> all =
                together(key, seen).entries().stream().map(SamePeople.Entry::id).toList();
        Set<Long> leading = people.leading(all);
        if (leading.size() > 1) {
            throw new DomainException("event.error.mergeAll");
        }
        long into = leading.isEmpty() ? all.get(0) : leading.iterator().next();
        for (long each : all) {
            if (each != into && !people.merge(each, into, currentActor.get().accountId(), clock.instant())) {
                throw new ConflictException();
            }
        }
    }

    /**
     * Each of them is somebody else: nobody is asked about any two of them again.
     *
     * @param key of a group of {@link #alike(String, int)}, as {@link SamePeople#key} names it
     * @param seen its stamp
     * @throws ConflictException when they are no such group any more
     */
    @UseCase(allow = Role.STAFF)
    public void tellAllApart(String key, String seen) {
        for (SamePerson each : together(key, seen).pairs()) {
            if (!people.tellApart(each.one(), each.other(), currentActor.get().accountId(), clock.instant())) {
                throw new ConflictException();
            }
        }
    }

    private SamePeople together(String key, String seen) {
        return SamePeople.of(alike()).stream()
                .filter(each -> each.key().equals(key) && each.seen().equals(seen))
                .findFirst()
                .orElseThrow(ConflictException::new);
    }

    /**
     * They are two: nobody is asked about them again, and figures stay as they are.
     *
     * @param pair of {@link #alike}, as {@link SamePerson#pair} names it
     * @param seen its stamp
     * @throws ConflictException when they are no such pair any more
     */
    @UseCase(allow = Role.STAFF)
    public void tellApart(String pair, String seen) {
        SamePerson alike = seen(pair, seen);
        if (!people.tellApart(alike.one(), alike.other(), currentActor.get().accountId(), clock.instant())) {
            throw new ConflictException();
        }
    }

    /**
     * That they are two was said by mistake: they are asked about again.
     *
     * @throws ConflictException when it is undone already
     */
    @UseCase(allow = Role.STAFF)
    public void askAgain(long distinction) {
        if (!people.askAgain(distinction, currentActor.get().accountId(), clock.instant())) {
            throw new ConflictException();
        }
    }

    private SamePerson seen(String pair, String seen) {
        return alike().stream()
                .filter(each -> each.pair().equals(pair) && each.seen().equals(seen))
                .findFirst()
                .orElseThrow(ConflictException::new);
    }

    /** @throws ConflictException when it is undone already */
    @UseCase(allow = Role.STAFF)
    public void undo(long merge) {
        if (!people.undo(merge, currentActor.get().accountId(), clock.instant())) {
            throw new ConflictException();
        }
    }
}
