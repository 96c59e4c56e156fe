package tsunagu.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.ProofNeededException;
import tsunagu.shared.Telemetry;
import tsunagu.shared.UseCase;

/**
 * What happens around every use case, inside its transaction: the caller's role is checked, and before what is grave that it is still them; the actor is named to the
 * database (whose audit triggers refuse a change without one), the change is flushed so that a broken constraint is
 * answered here and not at commit, and one line goes to the action log: number of the account, use case, outcome.
 */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 10)
public class UseCaseInterceptor {

    private static final Logger LOG = Logger.getLogger("tsunagu.actions");

    @Inject
    private CurrentActor currentActor;

    @Inject
    private ActorDoor actorDoor;

    @Inject
    private Telemetry telemetry;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        UseCase useCase = rule(call.getMethod());
        Actor actor = currentActor.get();
        String name = service(call).getSimpleName() + "." + call.getMethod().getName();
        if (!admits(useCase, actor)) {
            LOG.log(Level.WARNING, "{0} {1} refused", new Object[] {actor.auditName(), name});
            throw new NotFoundException(name);
        }
        if (useCase.fresh() && currentActor.isUnproved()) {
            LOG.log(Level.INFO, "{0} {1} proof needed", new Object[] {actor.auditName(), name});
            throw new ProofNeededException();
        }
        try (Telemetry.Span span = telemetry.begin(name)) {
            try {
                return worked(call, useCase, actor, name);
            } catch (Exception failure) {
                span.failed();
                throw failure;
            }
        }
    }

    private Object worked(InvocationContext call, UseCase useCase, Actor actor, String name) throws Exception {
        if (!useCase.changes()) {
            return useCase.once() ? remembered(call, actor) : translated(actor, name, () -> read(call, actor));
        }
        currentActor.changeBegins();
        try {
            return translated(actor, name, () -> {
                nameActor(actor);
                Object result = call.proceed();
                entityManager.flush();
                LOG.log(useCase.quiet() ? Level.FINE : Level.INFO, "{0} {1} done", new Object[] {actor.auditName(), name
                });
                return result;
            });
        } finally {
            currentActor.changeEnds();
        }
    }

    private Object translated(Actor actor, String name, Callable<Object> work) throws Exception {
        try {
            return work.call();
        } catch (OptimisticLockException e) {
            LOG.log(Level.INFO, "{0} {1} conflict", new Object[] {actor.auditName(), name});
            throw new ConflictException();
        } catch (PersistenceException e) {
            throw ConstraintMessages.translate(e);
        } catch (DomainException e) {
            LOG.log(Level.INFO, "{0} {1} {2}", new Object[] {actor.auditName(), name, e.key()});
            throw e;
        }
    }

    private Object read(InvocationContext call, Actor actor) throws Exception {
        connect(actor);
        return call.proceed();
    }

    /** What goes wrong is not remembered; it is thrown as it would be without. */
    private Object remembered(InvocationContext call, Actor actor) throws Exception {
        List<Object> asked = new ArrayList<>();
        // What several services inherit is asked of each.
        asked.add(call.getTarget().getClass());
        asked.add(call.getMethod());
        asked.addAll(Arrays.asList(call.getParameters()));
        try {
            return currentActor.once(asked, () -> {
                try {
                    return read(call, actor);
                } catch (RuntimeException thrown) {
                    throw thrown;
                } catch (Exception thrown) {
                    throw new Unread(thrown);
                }
            });
        } catch (Unread unread) {
            throw unread.thrown;
        }
    }

    private static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Exception thrown;

        Unread(Exception thrown) {
            this.thrown = thrown;
        }
    }

    private static boolean admits(UseCase useCase, Actor actor) {
        return useCase.anyone()
                || useCase.signedIn() && actor.signedIn()
                || actor.isSystem()
                || actor.hasAny(Set.of(useCase.allow()));
    }

    /** What is written once for several services (submissions) goes to the log under the name of the one that was called. */
    private static Class<?> service(InvocationContext call) {
        Class<?> declared = call.getMethod().getDeclaringClass();
        return Modifier.isAbstract(declared.getModifiers())
                ? call.getTarget().getClass().getSuperclass()
                : declared;
    }

    private static UseCase rule(Method method) {
        UseCase onMethod = method.getAnnotation(UseCase.class);
        return onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(UseCase.class);
    }

    /**
     * Takes the transaction's connection before anything else does. Without a database this fails at once; left to
     * EclipseLink it would be tried again for ten seconds, and every page would hang that long.
     */
    private void connect(Actor actor) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            actorDoor.show(connection, actor);
        }
    }

    private void nameActor(Actor actor) throws SQLException {
        // The same data source in the same transaction is the same connection; the setting ends with the transaction.
        try (Connection connection = dataSource.getConnection()) {
            actorDoor.name(connection, actor);
        }
    }
}
