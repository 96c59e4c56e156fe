package tsunagu.finding;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.FiscalYear;
import tsunagu.web.PageWatch;

/**
 * How often pages are opened, by day. Counted in memory and added to the database every half minute: a page that is read a
 * thousand times costs no thousand writes; a node that is killed forgets half a minute of readers.
 */
@ApplicationScoped
public class ViewCounter implements PageWatch {

    private static final Logger LOG = Logger.getLogger(ViewCounter.class.getName());
    private static final int SECONDS_BETWEEN = 30;

    /** Somebody walks through invented addresses: enough is enough. */
    private static final int MOST_PAGES = 100_000;

    private static final Map<String, String> KINDS = Map.of(
            "/companies/{company}", "COMPANY",
            "/jobs/{job}", "JOB",
            "/internships/{internship}", "INTERNSHIP",
            "/events/{event}", "EVENT");

    private final ConcurrentHashMap<Page, Long> counted = new ConcurrentHashMap<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    @Inject
    private ViewRepository views;

    @Resource
    private ManagedScheduledExecutorService executor;

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

    void begin(@Observes DatabaseReady ready) {
        if (begun.compareAndSet(false, true)) {
            executor.scheduleWithFixedDelay(this::write, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void write() {
        for (Page page : Map.copyOf(counted).keySet()) {
            Long views = counted.remove(page);
            if (views == null) {
                continue;
            }
            try {
                this.views.add(page, views);
            } catch (RuntimeException databaseAway) {
                counted.merge(page, views, Long::sum);
                LOG.log(Level.FINE, "Views are kept until the database is back", databaseAway);
                return;
            }
        }
    }
}
