package tsunagu.pageview;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Job;
import tsunagu.web.PageWatch;

/**
 * How often pages are opened, by day. Counted in memory and added to the database every half minute: a page that is read a
 * thousand times costs no thousand writes; a node that is killed forgets half a minute of readers.
 */
@ApplicationScoped
public class ViewCounter implements PageWatch, Job {

    private static final Duration BETWEEN = Duration.ofSeconds(30);

    /** Somebody walks through invented addresses: enough is enough. */
    private static final int MOST_PAGES = 100_000;

    private static final Map<String, String> KINDS = Map.of(
            "/companies/{company}", "COMPANY",
            "/jobs/{job}", "JOB",
            "/internships/{internship}", "INTERNSHIP",
            "/events/{event}", "EVENT");

    private final ConcurrentHashMap<Page, Long> counted = new ConcurrentHashMap<>();

    @Inject
    private ViewRepository views;

    @Inject
    private Clock clock;

    record Page(String kind, String code, LocalDate day) {}

    @Override
    public void opened(String pattern, String path) {
        String kind = KINDS.get(pattern);
        if (kind != null && counted.size() < MOST_PAGES) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
            counted.merge(new Page(kind, path.substring(path.lastIndexOf('/') + 1), today), 1L, Long::sum);
        }
    }

    @Override
    public String job() {
        return "views";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    /** What could not be written is kept for the next round. */
    @Override
    @PreDestroy
    public void round() {
        for (Page page : Map.copyOf(counted).keySet()) {
            Long opened = counted.remove(page);
            if (opened == null) {
                continue;
            }
            try {
                views.add(page, opened);
            } catch (RuntimeException databaseAway) {
                counted.merge(page, opened, Long::sum);
                throw databaseAway;
            }
        }
    }
}
