package tsunagu.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Persons' records that somebody opens, gathered while a request is answered and written down before its answer leaves: who, when, what,
 * why (ASVS 16.3.2). Work of the portal itself, and what a person opens of their own, is no viewing.
 *
 * <p>Where the database takes nothing (a copy that is only read, a disk that is full) the page is answered all the same, and the line
 * goes to the server's log, with numbers for names.
 */
@ApplicationScoped
public class Viewings {

    private static final Logger LOG = Logger.getLogger("tsunagu.viewings");

    private final ThreadLocal<List<Opened>> gathered = new ThreadLocal<>();

    /**
     * @param reader a helper's phone at a door acts for another account than the one the request came with
     * @param company for which they read; null for the city
     */
    private record Opened(Actor reader, Long company, Viewing viewing) {}

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Instance<ActsFor> actsFor;

    @Inject
    private ViewingLog log;

    /** @param persons whose records they are */
    public void opened(Viewing.What what, Object record, Collection<Long> persons) {
        add(new Viewing(what, record.toString(), 0, List.copyOf(persons), "", ""));
    }

    /** @param found a constant: the statement that finds whose they are by {@code :record} */
    public void opened(Viewing.What what, Object record, String found) {
        add(new Viewing(what, record.toString(), 0, List.of(), found, ""));
    }

    /**
     * Taken away as a file.
     *
     * @throws DomainException when nobody said why
     */
    public void taken(Viewing.What what, Object record, String found, String why) {
        add(new Viewing(what, record.toString(), 0, List.of(), found, given(why)));
    }

    /**
     * A list taken away as a file: what the room opened to make it is not opened once more.
     *
     * @param filtered in words, by what; cut where it is too long
     * @param rows how many were in it
     * @param persons whose, as far as they have a number
     * @throws DomainException when nobody said why
     */
    public void taken(Viewing.What what, String filtered, int rows, Collection<Long> persons, String why) {
        String reason = given(why);
        List<Opened> open = gathered.get();
        if (open != null) {
            open.removeIf(
                    each -> each.viewing().taken() == 0 && each.viewing().why().isEmpty());
        }
        add(new Viewing(what, cut(filtered), rows, List.copyOf(persons), "", reason));
    }

    private String given(String why) {
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty() && currentActor.get().signedIn()) {
            throw new DomainException("desk.error.why");
        }
        return cut(reason);
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS));
    }

    private static final int MOST_WORDS = 200;

    private void add(Viewing viewing) {
        List<Opened> open = gathered.get();
        Actor reader = currentActor.get();
        Long company = open != null && viewing.what().forCompany() && reader.hasAny(Set.of(Role.COMPANY))
                ? actsFor.get().company().orElse(null)
                : null;
        Opened one = new Opened(reader, company, viewing);
        if (open != null
                && one.reader().signedIn()
                && !(viewing.found().isEmpty() && viewing.taken() == 0 && ownOnly(viewing.persons()))
                && !open.contains(one)) {
            open.add(one);
        }
    }

    private boolean ownOnly(List<Long> persons) {
        Long own = currentActor.get().personId();
        return persons.stream().allMatch(each -> each.equals(own));
    }

    /** Around one request; within it {@link #opened} is heard. */
    public <T> T during(Supplier<T> request) {
        gathered.set(new ArrayList<>());
        try {
            return request.get();
        } finally {
            try {
                write();
            } finally {
                gathered.remove();
            }
        }
    }

    /** Before an answer is sent. Nothing when nothing was opened, and nothing the second time. */
    public void write() {
        List<Opened> open = gathered.get();
        if (open == null || open.isEmpty()) {
            return;
        }
        List<Opened> now = List.copyOf(open);
        open.clear();
        for (Opened each : now) {
            try {
                log.write(each.reader(), each.company(), each.viewing());
            } catch (RuntimeException notWritten) {
                LOG.log(Level.WARNING, "Not written to the database ({0}): {1} read {2} {3} {4}", new Object[] {
                    notWritten.getClass().getSimpleName(),
                    each.reader().auditName(),
                    each.viewing().what(),
                    each.viewing().record(),
                    each.viewing().persons()
                });
            }
        }
    }
}
