package tsunagu.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Languages;
import tsunagu.shared.Letter;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;
import tsunagu.web.PublicAddress;

/**
 * Once a day: what became public since the last time is held against all saved searches at once, and told. Equal conditions of
 * different people are one question here; a question costs a few operations on sets as large as what is new, however many postings
 * there are.
 */
@ApplicationScoped
@Transactional
public class WatchPass implements DailyTask {

    /** The first pass of an installation looks back this far. */
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    /**
     * Each pass looks at the end of the one before again: what was being published while that one looked has a time before it, and was
     * not there yet. What is found twice is kept once.
     */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    @Inject
    private WatchRepository watches;

    @Inject
    private SearchService search;

    @Inject
    private NewThings things;

    @Inject
    private PublicAddress portal;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Override
    public String task() {
        return "watch";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        look();
        tell(today);
    }

    /** @return how many records were looked at */
    @UseCase
    public int look() {
        Instant now = clock.instant();
        Instant from = watches.lookedUntil().map(until -> until.minus(AGAIN)).orElse(now.minus(FIRST_LOOK));
        int found = 0;
        for (Kind kind : Kind.values()) {
            List<Long> fresh = watches.becamePublic(kind, from, now);
            if (!fresh.isEmpty()) {
                found += fresh.size();
                watches.matchFollowed(kind, fresh, now);
                match(kind, fresh, now);
            }
        }
        watches.looked(now);
        return found;
    }

    private void match(Kind kind, List<Long> fresh, Instant now) {
        // Addresses that mean the same are one question.
        Map<SearchQuery, List<WatchRepository.Watched>> questions = new LinkedHashMap<>();
        watches.watched(kind).forEach(each -> questions
                .computeIfAbsent(SearchQuery.ofAddress(kind, each.address()), key -> new ArrayList<>())
                .add(each));
        search.among(kind, fresh, questions.keySet()).forEach((question, hits) -> {
            Set<Long> listed = listed(question);
            List<Long> records = hits.stream()
                    .map(SearchResult.Found::recordId)
                    .filter(listed::contains)
                    .toList();
            watches.matched(questions.get(question), kind, records, now);
        });
    }

    /** What the list shows that was saved: a word that every posting says somewhere does not make all of them news. */
    private Set<Long> listed(SearchQuery question) {
        return search.all(question, Integer.MAX_VALUE).stream()
                .map(SearchResult.Found::recordId)
                .collect(Collectors.toSet());
    }

    /** One letter a person and day, with everything that is new for them. */
    @UseCase
    public void tell(LocalDate today) {
        Instant now = clock.instant();
        boolean weeklyToo = today.getDayOfWeek() == DayOfWeek.MONDAY;
        Map<Long, List<WatchRepository.Match>> byPerson = new LinkedHashMap<>();
        watches.untold(weeklyToo).forEach(each -> byPerson.computeIfAbsent(each.person(), key -> new ArrayList<>())
                .add(each));
        Map<Kind, Map<Long, NewThings.Thing>> open = open(byPerson);
        byPerson.forEach((person, matches) -> write(person, matches, open, today));
        watches.done(weeklyToo, now);
    }

    /** Each record is read once, however many people are told of it; what closed meanwhile is not there. */
    private Map<Kind, Map<Long, NewThings.Thing>> open(Map<Long, List<WatchRepository.Match>> byPerson) {
        Map<Kind, Set<Long>> records = new EnumMap<>(Kind.class);
        byPerson.values()
                .forEach(matches -> matches.forEach(each -> records.computeIfAbsent(each.kind(), key -> new HashSet<>())
                        .add(each.record())));
        Map<Kind, Map<Long, NewThings.Thing>> open = new EnumMap<>(Kind.class);
        records.forEach((kind, ids) -> open.put(kind, things.open(kind, ids)));
        return open;
    }

    private void write(
            long person,
            List<WatchRepository.Match> matches,
            Map<Kind, Map<Long, NewThings.Thing>> open,
            LocalDate today) {
        Map<String, List<NewThings.Thing>> byName = new LinkedHashMap<>();
        for (WatchRepository.Match match : matches) {
            NewThings.Thing thing = open.get(match.kind()).get(match.record());
            if (thing != null) {
                byName.computeIfAbsent(match.name(), key -> new ArrayList<>()).add(thing);
            }
        }
        if (byName.isEmpty()) {
            return;
        }
        int count = byName.values().stream().mapToInt(List::size).sum();
        Letter letter = Letter.toPerson(
                person, "watch " + person + " " + today, "watch.letter.found", "/my/searches", count, (Letter.Word)
                        language -> list(byName, language));
        letters.fire(letter.stoppedBy(matches.get(0).token()));
    }

    private String list(Map<String, List<NewThings.Thing>> byName, Locale language) {
        StringBuilder list = new StringBuilder();
        byName.forEach((name, found) -> {
            list.append(Words.japanese("watch.bullet")).append(name).append('\n');
            found.forEach(each -> list.append((each.title() + "  " + each.by()).strip())
                    .append('\n')
                    .append(portal.of(Languages.path(each.path(), language)))
                    .append('\n'));
            list.append('\n');
        });
        return list.toString().strip();
    }
}
