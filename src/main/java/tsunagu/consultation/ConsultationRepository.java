package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Offices, times and bookings as stored. */
@ApplicationScoped
class ConsultationRepository {

    private static final String OFFICES =
            """
            select o.id, o.code, o.name, o.about, o.place, o.telephone, o.programme_id as programme
            from consultation_office o
            """;

    private static final String APPOINTMENTS =
            """
            select o.id, o.code as office_code, o.name, o.about, o.place, o.telephone, o.programme_id as programme, b.code,
                t.starts_at, t.ends_at, b.online, b.state, t.online_url, b.person_id, p.name as person
            from consultation_booking b
            join consultation_time t on t.id = b.time_id
            join consultation_office o on o.id = t.office_id
            join person p on p.id = b.person_id
            """;

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    private record Stored(
            long id,
            String officeCode,
            String name,
            String about,
            String place,
            String telephone,
            String programme,
            String code,
            Instant startsAt,
            Instant endsAt,
            boolean online,
            String state,
            String onlineUrl,
            long personId,
            String person) {

        Appointment appointment() {
            return new Appointment(
                    code,
                    new Office(id, officeCode, name, about, place, telephone, programme),
                    startsAt,
                    endsAt,
                    online,
                    state,
                    online ? onlineUrl : "",
                    personId,
                    person);
        }
    }

    List<Office> offices() {
        return sql.of(OFFICES + "order by o.position").list(Office.class);
    }

    /** Those a contractor keeps. */
    List<Office> officesOf(long accountId) {
        return sql.of(
                        OFFICES
                                + """
                        join partner_programme p on p.programme_id = o.programme_id and p.account_id = :account
                        order by o.position
                        """)
                .with("account", accountId)
                .list(Office.class);
    }

    List<FreeTime> free(long officeId, Instant from, Instant until) {
        return sql.of(
                        """
                        select t.id, t.starts_at, t.ends_at, t.online_url <> '' as online
                        from consultation_time t
                        where t.office_id = :office and t.withdrawn_at is null and t.starts_at > :from and t.starts_at < :until
                            and not exists (select 1 from consultation_taken b where b.time_id = t.id)
                        order by t.starts_at
                        """)
                .with("office", officeId)
                .with("from", from)
                .with("until", until)
                .list(FreeTime.class);
    }

    /** Whether the time can be taken at this moment; holds it until the transaction ends. */
    Optional<FreeTime> take(long timeId, Instant now) {
        locks.hold(Lock.CONSULTATION_TIME, timeId);
        return sql.of(
                        """
                        select t.id, t.starts_at, t.ends_at, t.online_url <> '' as online
                        from consultation_time t
                        where t.id = :time and t.withdrawn_at is null and t.starts_at > :now
                        """)
                .with("time", timeId)
                .with("now", now)
                .first(FreeTime.class);
    }

    boolean taken(long timeId) {
        return sql.of("select 1 from consultation_taken where time_id = :time")
                .with("time", timeId)
                .first(Integer.class)
                .isPresent();
    }

    void book(String code, long timeId, long personId, boolean online, Instant now) {
        sql.of(
                        """
                        insert into consultation_booking (id, code, time_id, person_id, online, state, booked_at, moved_at, version)
                        values (nextval('tsunagu_seq'), :code, :time, :person, :online, 'BOOKED', :now, :now, 1)
                        """)
                .with("code", code)
                .with("time", timeId)
                .with("person", personId)
                .with("online", online)
                .with("now", now)
                .run();
    }

    /** Only from the state it is in: of two who press at once the second changes nothing. */
    boolean move(String code, String from, String to, Instant now) {
        return sql.of(
                                """
                        update consultation_booking set state = :to, moved_at = :now, version = version + 1
                        where code = :code and state = :from
                        """)
                        .with("code", code)
                        .with("from", from)
                        .with("to", to)
                        .with("now", now)
                        .run()
                == 1;
    }

    List<Appointment> ofPerson(long personId) {
        return appointments(sql.of(APPOINTMENTS + "where b.person_id = :person order by t.starts_at desc")
                .with("person", personId));
    }

    Optional<Appointment> ofPerson(long personId, String code) {
        return sql.of(APPOINTMENTS + "where b.person_id = :person and b.code = :code")
                .with("person", personId)
                .with("code", code)
                .first(Stored.class)
                .map(Stored::appointment);
    }

    Optional<Appointment> appointment(String code) {
        return sql.of(APPOINTMENTS + "where b.code = :code")
                .with("code", code)
                .first(Stored.class)
                .map(Stored::appointment);
    }

    List<Appointment> ofOffice(long officeId, Instant from, Instant until) {
        return appointments(sql.of(
                        APPOINTMENTS
                                + """
                        where o.id = :office and t.starts_at >= :from and t.starts_at < :until
                            and b.state <> 'CANCELLED' and b.state <> 'CALLED_OFF'
                        order by t.starts_at
                        """)
                .with("office", officeId)
                .with("from", from)
                .with("until", until));
    }

    /** Whose those are. */
    List<Long> personsOfOffice(long officeId, Instant from, Instant until) {
        return sql.of(
                        """
                        select distinct b.person_id from consultation_booking b join consultation_time t on t.id = b.time_id
                        where t.office_id = :office and t.starts_at >= :from and t.starts_at < :until
                            and b.state <> 'CANCELLED' and b.state <> 'CALLED_OFF'
                        """)
                .with("office", officeId)
                .with("from", from)
                .with("until", until)
                .list(Long.class);
    }

    List<Appointment> between(Instant from, Instant until) {
        return appointments(sql.of(
                        APPOINTMENTS
                                + """
                        where b.state = 'BOOKED' and t.starts_at >= :from and t.starts_at < :until
                        order by t.starts_at
                        """)
                .with("from", from)
                .with("until", until));
    }

    long personOf(String code) {
        return sql.of("select person_id from consultation_booking where code = :code")
                .with("code", code)
                .one(Long.class);
    }

    void withdrawTimeOf(String code, Instant now) {
        sql.of(
                        """
                        update consultation_time set withdrawn_at = :now, version = version + 1
                        where id = (select time_id from consultation_booking where code = :code)
                        """)
                .with("code", code)
                .with("now", now)
                .run();
    }

    /** @return false where the office has that time already */
    boolean open(long officeId, Instant begin, Instant end, FiscalYear year, String onlineUrl) {
        return sql.of(
                                """
                        insert into consultation_time (id, office_id, starts_at, ends_at, fiscal_year, online_url, version)
                        select nextval('tsunagu_seq'), :office, cast(:begin as timestamptz), cast(:end as timestamptz), :year, :url, 1
                        where not exists (select 1 from consultation_time t
                            where t.office_id = :office and t.withdrawn_at is null and t.starts_at < :end and t.ends_at > :begin)
                        """)
                        .with("office", officeId)
                        .with("begin", begin)
                        .with("end", end)
                        .with("year", year)
                        .with("url", onlineUrl)
                        .run()
                == 1;
    }

    /** Two who open times of an office at once do it one after the other. */
    void hold(long officeId) {
        locks.hold(Lock.CONSULTATION_OFFICE, officeId);
    }

    boolean withdraw(long officeId, long timeId, Instant now) {
        return sql.of(
                                """
                        update consultation_time set withdrawn_at = :now, version = version + 1
                        where id = :time and office_id = :office and withdrawn_at is null and starts_at > :now
                        """)
                        .with("office", officeId)
                        .with("time", timeId)
                        .with("now", now)
                        .run()
                == 1;
    }

    void add(String code, String name, String about, String place, String telephone, String programme, int position) {
        sql.of(
                        """
                        insert into consultation_office (id, code, name, about, place, telephone, programme_id, position, version)
                        values (nextval('tsunagu_seq'), :code, :name, :about, :place, :telephone,
                            (select id from programme where id = :programme), :position, 1)
                        on conflict (code) do nothing
                        """)
                .with("code", code)
                .with("name", name)
                .with("about", about)
                .with("place", place)
                .with("telephone", telephone)
                .with("programme", programme)
                .with("position", position)
                .run();
    }

    void describe(long officeId, OfficeForm form) {
        sql.of(
                        """
                        update consultation_office set about = :about, place = :place, telephone = :telephone, version = version + 1
                        where id = :office
                        """)
                .with("office", officeId)
                .with("about", form.about().strip())
                .with("place", form.place().strip())
                .with("telephone", form.telephone().strip())
                .run();
    }

    private static List<Appointment> appointments(Sql.Statement statement) {
        return statement.list(Stored.class).stream().map(Stored::appointment).toList();
    }
}
