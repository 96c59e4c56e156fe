package tsunagu.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import tsunagu.shared.Areas;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.Job;
import tsunagu.shared.Locks;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** Where rooms write what can be found. Called inside the transaction that changes the record. */
@ApplicationScoped
public class SearchIndex implements Job {

    /** Raise it when the analysis or the fields of an entry change: the tables are then filled anew at start-up. */
    private static final int EDITION = 6;

    private static final Logger LOG = Logger.getLogger(SearchIndex.class.getName());

    @Inject
    private SearchQueries queries;

    @Inject
    private Filling filling;

    public void put(SearchEntry entry) {
        queries.put(entry);
    }

    public void remove(Kind kind, long recordId) {
        queries.remove(kind, recordId);
    }

    @Override
    public String job() {
        return "search";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Entries have the names of areas in them, which the city may change. */
    @Override
    public void round() {
        filling.fillAgain();
    }

    void fill(@Observes @Priority(DatabaseReady.SEARCH) DatabaseReady ready) {
        filling.fill();
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Filling {

        @Inject
        private SearchQueries queries;

        @Inject
        @Any
        private Instance<SearchSource> sources;

        @Inject
        private Locks locks;

        @UseCase
        public void fill() {
            queries.bringMarksDown();
            fill(edition -> true);
        }

        /** Beside people who use it; a node of another version leaves the entries as they are. */
        @UseCase
        public void fillAgain() {
            fill(edition -> edition.startsWith(EDITION + " "));
        }

        private void fill(Predicate<String> concerns) {
            String now = EDITION + " "
                    + Secrets.digest(Areas.all().stream()
                            .map(each -> each.code() + " " + each.name() + " " + each.english())
                            .collect(Collectors.joining("\n")));
            if (queries.edition().equals(now)) {
                return;
            }
            locks.hold(Locks.Lock.SHEET, "search entries");
            String edition = queries.edition();
            if (edition.equals(now) || !concerns.test(edition)) {
                return;
            }
            String moment = queries.moment();
            sources.forEach(source -> source.entries().forEach(entry -> queries.put(entry, moment)));
            queries.filledBy(now);
            LOG.log(Level.INFO, "The search tables are filled by edition {0}", EDITION);
        }
    }
}
