package tsunagu.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Actor;
import tsunagu.shared.Actors;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Job;
import tsunagu.shared.LongWork;
import tsunagu.shared.Secrets;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;

/**
 * Does one long work after the other on this node, each in one transaction and in the name of whoever began it. When the node dies the
 * transaction dies with it, and another node begins anew.
 */
@ApplicationScoped
class LongWorkRunner implements Job {

    private static final Logger LOG = Logger.getLogger(LongWorkRunner.class.getName());

    /** The server ends a transaction that lasts longer. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Between two words on how far it is. */
    private static final Duration TOLD = Duration.ofSeconds(1);

    /** A work that takes its node down with it is not begun for ever. */
    private static final int MOST_TRIES = 3;

    private static final int NODE_LENGTH = 12;

    private final String node = Secrets.name(NODE_LENGTH);

    @Inject
    private LongWorkService works;

    @Inject
    private Actors actors;

    @Inject
    private CurrentActor currentActor;

    @Resource
    private UserTransaction transaction;

    @Override
    public String job() {
        return "long-work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void round() {
        works.take(node).ifPresent(this::one);
    }

    private void one(LongWorkRepository.Taken work) {
        Optional<Actor> actor = actors.actor(work.accountId());
        if (work.tries() > MOST_TRIES || actor.isEmpty()) {
            works.failed(work.code(), node, Words.japanese(actor.isEmpty() ? "job.error.nobody" : "job.error.tries"));
            return;
        }
        try {
            transaction.setTransactionTimeout((int) LONGEST.toSeconds());
            transaction.begin();
            try {
                currentActor.as(actor.get(), () -> {
                    int result = works.kind(work.kind()).run(work.about(), work.input(), progress(work));
                    works.done(work.code(), node, result);
                    return null;
                });
                transaction.commit();
            } catch (Exception e) {
                transaction.rollback();
                throw e;
            } finally {
                transaction.setTransactionTimeout(0);
            }
        } catch (LongWork.Stopped stopped) {
            LOG.log(Level.INFO, "The long work {0} was stopped", work.kind());
        } catch (DomainException broken) {
            works.failed(work.code(), node, sentence(broken));
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "The long work " + work.kind() + " failed", failure);
            works.failed(work.code(), node, Words.japanese("job.error.failed"));
        }
    }

    /** Told at most once a second, however often the work speaks. */
    private LongWork.Progress progress(LongWorkRepository.Taken work) {
        return new LongWork.Progress() {
            private long next = System.nanoTime();

            @Override
            public void told(int done, int all) {
                if (System.nanoTime() - next >= 0) {
                    works.told(work.code(), node, done, all);
                    next = System.nanoTime() + TOLD.toNanos();
                }
            }
        };
    }

    private static String sentence(DomainException broken) {
        Object[] words = broken.arguments().stream()
                .map(each -> each instanceof Worded word ? Words.japanese(word.key()) : each)
                .toArray();
        return new MessageFormat(Words.japanese(broken.key()), Locale.JAPANESE).format(words);
    }
}
