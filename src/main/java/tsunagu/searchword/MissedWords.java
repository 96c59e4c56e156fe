package tsunagu.searchword;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tsunagu.search.NothingFound;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Job;

/**
 * Words that found nothing, by day: the word, the list, how often, and nothing about who typed it. What looks like an address or a number of
 * somebody is not kept at all, and nothing longer than {@link #KEPT}. Counted in memory and written every half minute.
 */
@ApplicationScoped
class MissedWords implements Job {

    private static final Duration BETWEEN = Duration.ofSeconds(30);

    /** Days. */
    private static final int KEPT = 90;

    private static final int MOST_WORDS = 2_000;
    private static final int LONGEST = 20;
    private static final Pattern SOMEBODYS = Pattern.compile("@|[0-9]{4}");

    private final ConcurrentHashMap<Miss, Long> counted = new ConcurrentHashMap<>();

    @Inject
    private SearchWordRepository words;

    @Inject
    private Clock clock;

    record Miss(String word, String kind, LocalDate day) {}

    void hear(@Observes NothingFound nothing) {
        String word = nothing.word();
        if (word.codePointCount(0, word.length()) <= LONGEST
                && !SOMEBODYS.matcher(word).find()
                && counted.size() < MOST_WORDS) {
            counted.merge(new Miss(word, nothing.kind().name(), today()), 1L, Long::sum);
        }
    }

    @Override
    public String job() {
        return "missed-words";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    /** What could not be written is kept for the next round. */
    @Override
    @PreDestroy
    public void round() {
        if (counted.isEmpty()) {
            return;
        }
        for (Miss miss : Map.copyOf(counted).keySet()) {
            Long times = counted.remove(miss);
            if (times == null) {
                continue;
            }
            try {
                words.count(miss, times);
            } catch (RuntimeException databaseAway) {
                counted.merge(miss, times, Long::sum);
                throw databaseAway;
            }
        }
        words.forgetBefore(today().minusDays(KEPT));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
