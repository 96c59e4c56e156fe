package tsunagu.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tsunagu.finding.Catalogue;
import tsunagu.search.Kind;

/** Names and addresses of records that were found; those that closed meanwhile are left out. */
@ApplicationScoped
public class NewThings {

    @Inject
    private WatchRepository watches;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    /** @param path of its page @param by the company, or "" */
    public record Thing(Kind kind, long record, String path, String title, String by) {}

    /** @param found in the order in which they are shown */
    List<Thing> open(List<WatchRepository.Found> found) {
        Map<Kind, List<Long>> byKind = new EnumMap<>(Kind.class);
        found.forEach(each ->
                byKind.computeIfAbsent(each.kind(), key -> new ArrayList<>()).add(each.record()));
        Map<Kind, Map<Long, Thing>> things = new EnumMap<>(Kind.class);
        byKind.forEach((kind, records) -> things.put(kind, open(kind, records)));
        return found.stream()
                .map(each -> things.get(each.kind()).get(each.record()))
                .filter(Objects::nonNull)
                .toList();
    }

    Map<Long, Thing> open(Kind kind, Collection<Long> records) {
        Set<Long> open = watches.open(kind, records, clock.instant());
        Map<Long, Thing> things = new HashMap<>();
        switch (kind) {
            case COMPANY ->
                catalogue
                        .companies(open)
                        .forEach(each -> things.put(each.id(), thing(kind, each.id(), each.code(), each.name(), "")));
            case JOB ->
                catalogue
                        .jobs(open)
                        .forEach(each -> things.put(
                                each.id(), thing(kind, each.id(), each.code(), each.title(), each.companyName())));
            case INTERNSHIP ->
                catalogue
                        .internships(open)
                        .forEach(each -> things.put(
                                each.id(), thing(kind, each.id(), each.code(), each.title(), each.companyName())));
            case EVENT ->
                catalogue
                        .events(open)
                        .forEach(each -> things.put(each.id(), thing(kind, each.id(), each.code(), each.title(), "")));
        }
        return things;
    }

    private static Thing thing(Kind kind, long record, String code, String title, String by) {
        return new Thing(kind, record, "/" + kind.path() + "/" + code, title, by);
    }
}
