package tsunagu.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.ConflictException;
import tsunagu.shared.UseCase;

/**
 * A use case that lost a race in the database (deadlock, serialisation failure, lock time-out) left no trace: its transaction was
 * rolled back as a whole. It is run once more; who loses again is told that somebody else was faster. Only the outermost use case,
 * outside of its transaction: one inside another is part of the outer one's transaction and cannot be repeated alone.
 */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 110)
public class RepeatedUseCase {

    private static final Logger LOG = Logger.getLogger(RepeatedUseCase.class.getName());

    /** SQLSTATEs deadlock_detected, serialization_failure, lock_not_available. */
    private static final Set<String> LOST = Set.of("40P01", "40001", "55P03");

    /** Milliseconds; a random wait, so that two losers do not meet again. */
    private static final int LONGEST_PAUSE = 60;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        try {
            return call.proceed();
        } catch (Exception e) {
            if (!lost(e)) {
                throw e;
            }
            LOG.log(
                    Level.INFO,
                    "{0} lost a race and is run once more",
                    call.getMethod().getName());
        }
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE));
        try {
            return call.proceed();
        } catch (Exception e) {
            throw lost(e) ? new ConflictException() : e;
        }
    }

    static boolean lost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOST.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
