package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.StoredInstant;

/** Offices, times and bookings as stored. */
@ApplicationScoped
class ConsultationRepository {

    private static final String OFFICES = "select o.id, o.code, o.name, o.about, o.place, o.telephone, o.programme_id from consultation_office o";

    private static final String APPOINTMENTS = "select o.id, o.code, o.name, o.about, o.place, o.telephone, o.programme_id, b.code as booking,"
            + " t.starts_at, t.ends_at, b.online, b.state, t.online_url, p.name as person from consultation_booking b"
            + " join consultation_time t on t.id = b.time_id join consultation_office o on o.id = t.office_id join person p on p.id = b.person_id";

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    List<Office> offices() {
        return query(OFFICES + " order by o.position").stream().map(row -> office((Object[]) row)).toList();
    }

    /** Those a contractor keeps. */
    List<Office> officesOf(long accountId) {
        return query(OFFICES + " join partner_programme p on p.programme_id = o.programme_id and p.account_id = ?1 order by o.position", accountId)
                .stream()
                .map(row -> office((Object[]) row))
                .toList();
    }

    List<FreeTime> free(long officeId, Instant from, Instant until) {
        return query("select t.id, t.starts_at, t.ends_at, t.online_url <> '' from consultation_time t where t.office_id = ?1"
                        + " and t.withdrawn_at is null and t.starts_at > ?2 and t.starts_at < ?3 and not exists (select 1 from consultation_booking b"
                        + " where b.time_id = t.id and b.state in ('BOOKED', 'KEPT', 'MISSED')) order by t.starts_at",
                officeId, from, until)
                .stream()
                .map(row -> (Object[]) row)
                .map(row -> new FreeTime(((Number) row[0]).longValue(), StoredInstant.of(row[1]), StoredInstant.of(row[2]), (Boolean) row[3]))
                .toList();
    }

    /** Whether the time can be taken at this moment; holds it until the transaction ends. */
    Optional<FreeTime> take(long timeId, Instant now) {
        locks.hold(Lock.CONSULTATION_TIME, timeId);
        return query("select t.id, t.starts_at, t.ends_at, t.online_url <> '' from consultation_time t where t.id = ?1 and t.withdrawn_at is null"
                        + " and t.starts_at > ?2",
                timeId, now)
                .stream()
                .map(row -> (Object[]) row)
                .map(row -> new FreeTime(((Number) row[0]).longValue(), StoredInstant.of(row[1]), StoredInstant.of(row[2]), (Boolean) row[3]))
                .findFirst();
    }

    boolean taken(long timeId) {
        return !query("select 1 from consultation_booking where time_id = ?1 and state in ('BOOKED', 'KEPT', 'MISSED')", timeId).isEmpty();
    }

    void book(String code, long timeId, long personId, boolean online, Instant now) {
        run("insert into consultation_booking (id, code, time_id, person_id, online, state, booked_at, moved_at, version)"
                + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, 'BOOKED', ?5, ?5, 1)", code, timeId, personId, online, now);
    }

    /** Only from the state it is in: of two who press at once the second changes nothing. */
    boolean move(String code, String from, String to, Instant now) {
        return run("update consultation_booking set state = ?3, moved_at = ?4, version = version + 1 where code = ?1 and state = ?2",
                        code, from, to, now)
                == 1;
    }

    List<Appointment> ofPerson(long personId) {
        return appointments(" where b.person_id = ?1 order by t.starts_at desc", personId);
    }

    Optional<Appointment> ofPerson(long personId, String code) {
        return appointments(" where b.person_id = ?1 and b.code = ?2", personId, code).stream().findFirst();
    }

    Optional<Appointment> appointment(String code) {
        return appointments(" where b.code = ?1", code).stream().findFirst();
    }

    List<Appointment> ofOffice(long officeId, Instant from, Instant until) {
        return appointments(
                " where o.id = ?1 and t.starts_at >= ?2 and t.starts_at < ?3 and b.state <> 'CANCELLED' and b.state <> 'CALLED_OFF'"
                        + " order by t.starts_at",
                officeId, from, until);
    }

    List<Appointment> between(Instant from, Instant until) {
        return appointments(" where b.state = 'BOOKED' and t.starts_at >= ?1 and t.starts_at < ?2 order by t.starts_at", from, until);
    }

    long personOf(String code) {
        return ((Number) query("select person_id from consultation_booking where code = ?1", code).get(0)).longValue();
    }

    void withdrawTimeOf(String code, Instant now) {
        run("update consultation_time set withdrawn_at = ?2, version = version + 1 where id = (select time_id from consultation_booking where code = ?1)",
                code, now);
    }

    /** @return false where the office has that time already */
    boolean open(long officeId, Instant begin, Instant end, FiscalYear year, String onlineUrl) {
        return run("insert into consultation_time (id, office_id, starts_at, ends_at, fiscal_year, online_url, version)"
                                + " select nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5, 1 where not exists (select 1 from consultation_time t"
                                + " where t.office_id = ?1 and t.withdrawn_at is null and t.starts_at < ?3 and t.ends_at > ?2)",
                        officeId, begin, end, year.year(), onlineUrl)
                == 1;
    }

    /** Two who open times of an office at once do it one after the other. */
    void hold(long officeId) {
        locks.hold(Lock.CONSULTATION_OFFICE, officeId);
    }

    boolean withdraw(long officeId, long timeId, Instant now) {
        return run("update consultation_time set withdrawn_at = ?3, version = version + 1 where id = ?2 and office_id = ?1"
                        + " and withdrawn_at is null and starts_at > ?3", officeId, timeId, now)
                == 1;
    }

    void add(String code, String name, String about, String place, String telephone, String programme, int position) {
        run("insert into consultation_office (id, code, name, about, place, telephone, programme_id, position, version)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5, (select id from programme where id = ?6), ?7, 1)"
                        + " on conflict (code) do nothing",
                code, name, about, place, telephone, programme, position);
    }

    void describe(long officeId, OfficeForm form) {
        run("update consultation_office set about = ?2, place = ?3, telephone = ?4, version = version + 1 where id = ?1",
                officeId, form.about().strip(), form.place().strip(), form.telephone().strip());
    }

    private List<Appointment> appointments(String where, Object... values) {
        return query(APPOINTMENTS + where, values).stream()
                .map(row -> (Object[]) row)
                .map(row -> new Appointment(
                        (String) row[7], office(row), StoredInstant.of(row[8]), StoredInstant.of(row[9]), (Boolean) row[10], (String) row[11],
                        (Boolean) row[10] ? (String) row[12] : "", (String) row[13]))
                .toList();
    }

    private static Office office(Object[] row) {
        return new Office(
                ((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5], (String) row[6]);
    }

    private List<?> query(String sql, Object... values) {
        return prepared(sql, values).getResultList();
    }

    private int run(String sql, Object... values) {
        return prepared(sql, values).executeUpdate();
    }

    private Query prepared(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
