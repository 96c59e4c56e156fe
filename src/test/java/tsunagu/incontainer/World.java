package tsunagu.incontainer;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import tsunagu.company.CompanyList;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.desk.Asked;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.platform.ActorDoor;
import tsunagu.posting.PostingService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DailyTask;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.DomainException;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.SealedText;
import tsunagu.shared.Secrets;

/** People and events for tests inside the container, made through the product's own doors. */
@ApplicationScoped
public class World {

    public static final Actor STAFF = new Actor(null, null, "system:test", Set.of(Role.STAFF));

    /** Longer than any that is held today. */
    private static final Duration A_TEST = Duration.ofMinutes(3);

    @Inject
    private World self;

    @Inject
    private EventService events;

    @Inject
    private CompanyService companies;

    @Inject
    private CompanyList register;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @Resource(lookup = "jdbc/tsunaguOwner")
    private DataSource owner;

    @Inject
    private ActorDoor actorDoor;

    @Inject
    private Clock clock;

    @Inject
    private FieldCipher cipher;

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = "java:comp/UserTransaction")
    private jakarta.transaction.UserTransaction transaction;

    /** What the portal does of itself once a day would be done in the middle of some test: it counts as done, today and tomorrow. */
    void quiet(@Observes DatabaseReady ready, @Any Instance<DailyTask> tasks) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        for (DailyTask each : tasks) {
            for (LocalDate day : List.of(today, today.plusDays(1))) {
                self.change("insert into daily_task_run (task, day, ran_at) values ('" + each.task() + "', '" + day
                        + "', now())" + " on conflict do nothing");
            }
        }
    }

    /** The system acts until the transaction ends: what a test writes itself is in the trail, too. */
    private void named() {
        try (Connection connection = dataSource.getConnection()) {
            actorDoor.name(connection, Actor.system("test"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test asks and writes without a name is about everybody's rows. */
    private void seeing() {
        try (Connection connection = dataSource.getConnection()) {
            actorDoor.show(connection, Actor.system("test"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stamp that the register's page carries for a company when it is opened now. */
    public String registerStamp(String code) {
        List<String> found = new ArrayList<>();
        register.each(Asked.nothing(), "", row -> {
            if (row.code().equals(code)) {
                found.add(row.seen());
            }
        });
        return found.get(0);
    }

    /** Threads of the container, on which rivals race. */
    public ManagedExecutorService executor() {
        return executor;
    }

    /** A seeker with a person behind them; no password, because nobody signs in here. */
    @Transactional
    public Actor seeker(String name) {
        long person = number(
                "insert into person (id, name, created_at, version) values"
                        + " (nextval('tsunagu_seq'), ?1, now(), 0) returning id",
                name);
        String address = Secrets.token() + "@example.jp";
        named();
        long account = number(
                "insert into account (id, person_id, email, email_key, password_hash, state, created_at, version)"
                        + " values (nextval('tsunagu_seq'), " + person
                        + ", ?1, testing.mark(?2), 'none', 'ACTIVE', now(), 0) returning id",
                new SealedText(address).sealed(cipher),
                address);
        return new Actor(account, person, name, Set.of(Role.SEEKER));
    }

    /** Somebody of the city's staff, with an account of their own. */
    @Transactional
    public Actor staff(String name) {
        Actor person = seeker(name);
        change("insert into account_role (account_id, role) values (" + person.accountId() + ", 'STAFF')");
        return new Actor(person.accountId(), person.personId(), name, Set.of(Role.STAFF));
    }

    /** A published event of tomorrow with as many sessions as capacities; null is no limit. */
    public ManagedEvent event(String programme, EventType type, Integer... capacities) {
        return event(LocalDate.now(clock.withZone(FiscalYear.ZONE)).plusDays(1), programme, type, capacities);
    }

    /** The same as a course, in which one registration is for all sessions. */
    public ManagedEvent course(EventType type, Integer... capacities) {
        return event(LocalDate.now(clock.withZone(FiscalYear.ZONE)).plusDays(1), null, type, true, capacities);
    }

    /** A course of which all sessions are held today. */
    public ManagedEvent courseToday(EventType type, Integer... capacities) {
        awaitMidnight();
        ManagedEvent event = course(type, capacities);
        self.moveToToday(event.id());
        return currentActor.as(STAFF, () -> events.event(event.event().code()));
    }

    /** The same on a day, where its fiscal year matters: tomorrow may be in the next one. */
    public ManagedEvent event(LocalDate day, String programme, EventType type, Integer... capacities) {
        return event(day, programme, type, false, capacities);
    }

    private ManagedEvent event(LocalDate day, String programme, EventType type, boolean course, Integer... capacities) {
        return currentActor.as(STAFF, () -> {
            List<EventDraft.SessionDraft> sessions = java.util.stream.IntStream.range(0, capacities.length)
                    .mapToObj(i -> new EventDraft.SessionDraft(
                            null,
                            "S" + i,
                            day,
                            LocalTime.of(9 + i, 0),
                            LocalTime.of(10 + i, 0),
                            "place",
                            "",
                            capacities[i],
                            Set.of(AttendanceRole.EMPLOYEE)))
                    .toList();
            EventDraft draft =
                    new EventDraft("test " + Secrets.name(6), type, programme, "", EventDraft.Visit.UNSAID, sessions);
            String code = events.create(course ? draft.asCourse() : draft);
            events.publish(code, events.event(code).version());
            return events.event(code);
        });
    }

    /**
     * The same, held today and beginning in the last second of it: people can still register, and already be there. In the last minutes of a
     * day that would be over before the test is: it is held tomorrow then.
     */
    public ManagedEvent today(String programme, EventType type, Integer... capacities) {
        awaitMidnight();
        ManagedEvent event = event(programme, type, capacities);
        self.moveToToday(event.id());
        return currentActor.as(STAFF, () -> events.event(event.event().code()));
    }

    /** Sessions of today end with it: nothing that has one goes over midnight. */
    public void awaitMidnight() {
        Duration left = Duration.between(clock.instant().atZone(FiscalYear.ZONE).toLocalTime(), LocalTime.MAX);
        if (left.compareTo(A_TEST) < 0) {
            try {
                Thread.sleep(left.toMillis() + 1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Transactional
    public void moveToToday(long eventId) {
        named();
        entityManager
                .createNativeQuery(
                        "update event_session set held_on = d, starts_at = (d + time '23:59:59') at time zone 'Asia/Tokyo',"
                                + " ends_at = (d + time '23:59:59.9') at time zone 'Asia/Tokyo',"
                                + " fiscal_year = extract(year from d - interval '3 months')"
                                + " from (select (now() at time zone 'Asia/Tokyo')::date as d) x where event_id = ?1")
                .setParameter(1, eventId)
                .executeUpdate();
    }

    @Transactional
    public long number(String sql, Object... parameters) {
        seeing();
        var query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    @Transactional
    public String text(String sql) {
        seeing();
        Object cell = entityManager.createNativeQuery(sql).getSingleResult();
        return cell instanceof byte[] sealed ? SealedText.opened(sealed, cipher) : (String) cell;
    }

    /** What letters say, each with its subject before its body; the oldest first. @param where a condition on mail_outbox, {@code o} */
    @Transactional
    public List<String> letters(String where, Object... parameters) {
        seeing();
        var query = entityManager.createNativeQuery(
                "select o.subject, o.body from mail_outbox o where " + where + " order by o.id");
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return ((List<?>) query.getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row -> row[0] + "\n" + SealedText.opened((byte[]) row[1], cipher))
                        .toList();
    }

    /** What a statement writes into a sealed column; its mark is {@code testing.mark('…')}. */
    public String sealed(String text) {
        return "'\\x" + HexFormat.of().formatHex(new SealedText(text).sealed(cipher)) + "'::bytea";
    }

    @Transactional
    public void change(String sql) {
        seeing();
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    /** The same in the name of the system, where the trail asks for one. */
    @Transactional
    public void amend(String sql) {
        named();
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    /** As the database's owner, in a transaction of its own: what the portal's own role cannot do. */
    public void asOwner(String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change in a transaction that does not end before it may. @param written when the change is made, and not committed */
    @Transactional
    public void slowly(String sql, CountDownLatch written, CountDownLatch go) throws InterruptedException {
        named();
        entityManager.createNativeQuery(sql).executeUpdate();
        written.countDown();
        go.await(30, TimeUnit.SECONDS);
    }

    /** Whatever is done in it is taken back at the end, however long it takes on a busy machine. */
    public void undone(Runnable work) {
        try {
            transaction.setTransactionTimeout(1_800);
            transaction.begin();
            try {
                named();
                work.run();
            } finally {
                transaction.rollback();
                transaction.setTransactionTimeout(0);
            }
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An insert whose first column is its id. */
    @Transactional
    public long insert(String table, Object... namesAndValues) {
        StringBuilder columns = new StringBuilder("id");
        StringBuilder places = new StringBuilder("nextval('tsunagu_seq')");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.append(", ").append(namesAndValues[i]);
            places.append(", ").append(namesAndValues[i + 1] == null ? "null" : "?" + (i / 2 + 1));
        }
        var query = entityManager.createNativeQuery(
                "insert into " + table + " (" + columns + ") values (" + places + ") returning id");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                query.setParameter(i / 2 + 1, namesAndValues[i + 1]);
            }
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    /** Takes a presence back, as the door does. */
    @Transactional
    public void undo(long sessionId, long personId) {
        named();
        entityManager
                .createNativeQuery("update attendance set undone_at = now() where session_id = ?1 and person_id = ?2")
                .setParameter(1, sessionId)
                .setParameter(2, personId)
                .executeUpdate();
    }

    /** What is left of a person who had everything about them deleted. */
    @Transactional
    public void forget(long personId) {
        entityManager
                .createNativeQuery("update person set name = null where id = ?1")
                .setParameter(1, personId)
                .executeUpdate();
    }

    /** Eighty drawn companies with their jobs, once; whatever companies other tests have entered before. */
    void city() {
        List<DemonstrationCity.Firm> firms = DemonstrationCity.drawn(
                        LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE))
                .firms()
                .subList(0, 80);
        // Tests that enter one of these companies for themselves leave its number out; of two that were merged one has
        // lost its own.
        String numbers = firms.stream()
                .map(firm -> firm.profile().corporateNumber())
                .filter(Objects::nonNull)
                .collect(joining(","));
        if (self.number("select count(*) from company where corporate_number = any (string_to_array(?1, ','))", numbers)
                > 0) {
            return;
        }
        currentActor.as(STAFF, () -> {
            firms.forEach(firm -> {
                CompanyName company = companies.enter(firm.profile());
                firm.jobs().forEach(job -> postings.publish(company.id(), job.terms()));
            });
            return null;
        });
    }

    /** @return of each what came of it: "done", the key of the sentence, or the kind of failure */
    List<String> together(Callable<?>... acts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> running = new ArrayList<>();
        for (var act : acts) {
            running.add(executor().submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                try {
                    act.call();
                    return "done";
                } catch (DomainException refused) {
                    return refused.key();
                } catch (Exception failed) {
                    return failed.getClass().getSimpleName();
                }
            }));
        }
        start.countDown();
        List<String> outcomes = new ArrayList<>();
        for (Future<String> each : running) {
            outcomes.add(each.get(60, TimeUnit.SECONDS));
        }
        return outcomes;
    }
}
