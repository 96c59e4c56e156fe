package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.AccountService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Job;
import tsunagu.shared.Sql;

/**
 * Deletes again whom a restored backup has brought back: people who had asked for deletion after it was made. {@code docker/restore} writes
 * their numbers; each is deleted in a transaction of its own by the same steps as at first, and the number goes once it is done.
 */
@ApplicationScoped
class DeletionsAgain implements Job {

    private static final Logger LOG = Logger.getLogger(DeletionsAgain.class.getName());
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    @Inject
    private Sql sql;

    @Inject
    private AccountService accounts;

    @Inject
    private OwnDataService data;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String job() {
        return "deletions";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    /** One that fails stays, is told to staff as a job that fails, and does not keep the others. */
    @Override
    public void round() {
        List<Long> due = sql.of("select person_id from deletion_again order by person_id")
                .list(Long.class);
        int failed = 0;
        for (long person : due) {
            try {
                Optional<Actor> owner = accounts.actorOf(person);
                owner.ifPresent(actor -> currentActor.as(actor, () -> {
                    data.deleteAgain();
                    return null;
                }));
                sql.of("delete from deletion_again where person_id = :person")
                        .with("person", person)
                        .run();
                LOG.log(Level.INFO, "After a restore: person {0} {1}", new Object[] {
                    Long.toString(person), owner.isPresent() ? "is deleted again" : "was deleted in the backup already"
                });
            } catch (RuntimeException e) {
                failed++;
                LOG.log(Level.WARNING, "After a restore: person " + person + " could not be deleted again", e);
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " people could not be deleted again");
        }
    }
}
