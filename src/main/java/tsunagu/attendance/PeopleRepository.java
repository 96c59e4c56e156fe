package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tsunagu.shared.Sql;

/** People as events know them, and who of them are one; as stored. */
@ApplicationScoped
class PeopleRepository {

    /** Everybody who registered or was present, with one address and the number of sessions they were present at. */
    private static final String PEOPLE =
            """
            with people as (
                select p.id, p.name, p.reading, p.merged_into,
                    coalesce((select r.guest_email from registration r where r.person_id = p.id and r.guest_email is not null order by r.id limit 1),
                        (select a.email from account a where a.person_id = p.id), '') as mail,
                    coalesce((select r.guest_email_key from registration r where r.person_id = p.id and r.guest_email is not null order by r.id limit 1),
                        (select a.email_key from account a where a.person_id = p.id)) as mail_key,
                    (select count(*) from attendance t where t.person_id = p.id and t.undone_at is null) as events
                from person p
                where p.name is not null
                    and (exists (select 1 from registration r where r.person_id = p.id)
                        or exists (select 1 from attendance t where t.person_id = p.id)))
            """;

    private static final String PAIRS = PEOPLE
            + """
            select a.id as one, a.name, a.reading, a.mail, a.events,
                b.id as other, b.name as other_name, b.reading as other_reading, b.mail as other_mail, b.events as other_events,
            """;

    /** The person, under every entry they have. */
    private static final String ENTERED =
            """
            select id from person where id = :person or merged_into = :person
                or id = (select merged_into from person where id = :person)
            """;

    @Inject
    private Sql sql;

    /** Everybody who is counted for themselves. */
    List<SamePerson.Entry> people() {
        return sql.of(PEOPLE
                        + "select id, name, reading, mail, events from people where merged_into is null order by id")
                .list(SamePerson.Entry.class);
    }

    /** People of the event this session belongs to, each under the entry that is counted; who registered or was present. */
    List<SamePerson.Entry> ofEvent(long sessionId) {
        return sql.of(
                        """
                        select p.id, p.name, p.reading,
                            coalesce((select r.guest_email from registration r where r.person_id = p.id and r.guest_email is not null order by r.id limit 1),
                                (select a.email from account a where a.person_id = p.id), '') as mail,
                            cast(0 as bigint) as events
                        from person p
                        where p.name is not null and p.id in (
                            select coalesce(q.merged_into, q.id)
                            from event_session s
                            join event_session o on o.event_id = s.event_id
                            join lateral (
                                select r.person_id from registration r where r.session_id = o.id
                                union select t.person_id from attendance t where t.session_id = o.id) w on true
                            join person q on q.id = w.person_id
                            where s.id = :session)
                        order by p.id
                        """)
                .with("session", sessionId)
                .list(SamePerson.Entry.class);
    }

    /** Pairs that are counted as one, the latest first. */
    List<SamePerson> merged(int most) {
        return answered(
                "m.id as answer from person_merge m join people a on a.id = m.into_id join people b on b.id = m.merged"
                        + " where m.undone_at is null order by m.merged_at desc, m.id desc",
                most);
    }

    /** Pairs that staff called two people, the latest first. */
    List<SamePerson> distinct(int most) {
        return answered(
                "d.id as answer from person_distinct d join people a on a.id = d.one join people b on b.id = d.other"
                        + " where d.undone_at is null order by d.said_at desc, d.id desc",
                most);
    }

    private List<SamePerson> answered(String rest, int most) {
        return sql.of(PAIRS
                        + """
                            coalesce(a.mail_key = b.mail_key, false) as same_mail,
                            a.reading <> '' and a.reading = b.reading as same_reading,
                        """
                        + rest + " limit :most")
                .with("most", most)
                .list(SamePerson.class);
    }

    /** Pairs that are not asked about again, as {@link SamePerson#pair} names them. */
    Set<String> settled() {
        return Set.copyOf(sql.of("select one || '-' || other from person_distinct where undone_at is null")
                .list(String.class));
    }

    /** Of these people who stands for others. */
    Set<Long> leading(Collection<Long> people) {
        return Set.copyOf(sql.of("select distinct merged_into from person where merged_into = any(:people)")
                .withNumbers("people", people)
                .list(Long.class));
    }

    /** @return false when somebody said so meanwhile */
    boolean tellApart(long one, long other, Long by, Instant now) {
        return sql.of(
                                "insert into person_distinct (id, one, other, said_at, said_by) values (nextval('tsunagu_seq'), :one, :other, :now, :by)"
                                        + " on conflict (one, other) where undone_at is null do nothing")
                        .with("one", one)
                        .with("other", other)
                        .with("now", now)
                        .with("by", by)
                        .run()
                == 1;
    }

    /** @return false when it is undone already */
    boolean askAgain(long distinction, Long by, Instant now) {
        return sql.of(
                                "update person_distinct set undone_at = :now, undone_by = :by where id = :id and undone_at is null")
                        .with("now", now)
                        .with("by", by)
                        .with("id", distinction)
                        .run()
                == 1;
    }

    /** Where these people were or wanted to be, the latest first. */
    List<PeopleService.Visit> visits(Collection<Long> people) {
        return sql.of(
                        """
                        select w.person_id as person, e.title, s.held_on as day
                        from (select r.person_id, x.session_id from seat x join registration r on r.id = x.registration_id
                                where r.person_id = any(:people)
                            union select person_id, session_id from attendance where person_id = any(:people) and undone_at is null) w
                        join event_session s on s.id = w.session_id
                        join event e on e.id = s.event_id
                        order by s.held_on desc nulls last, e.title, w.person_id
                        """)
                .withNumbers("people", people)
                .list(PeopleService.Visit.class);
    }

    /** The person's own entry and those that are counted as one with it. */
    List<Long> entries(long personId) {
        return sql.of(ENTERED).with("person", personId).list(Long.class);
    }

    /** What leads back to the person: names of who came along, a guest's address, the class and its telephone. Presence stays, as a row without a name. */
    void forget(long personId) {
        sql.of("delete from companion_name where registration_id in (select id from registration where person_id in ("
                        + ENTERED + "))")
                .with("person", personId)
                .run();
        for (String table : List.of("registration_note", "registration_tag")) {
            sql.of("delete from " + table
                            + " where registration_id in (select id from registration where person_id in (" + ENTERED
                            + "))")
                    .with("person", personId)
                    .run();
        }
        sql.of(
                        "update registration set guest_email = null, guest_email_key = null, school_name = '', class_name = '', day_telephone = null"
                                + " where person_id in ("
                                + ENTERED + ") and (guest_email is not null or school_name <> '')")
                .with("person", personId)
                .run();
    }

    /** @return false when the one is merged already, or others are merged into it */
    boolean merge(long merged, long into, Long by, Instant now) {
        int changed = sql.of(
                        """
                        update person set merged_into = :into
                        where id = :merged and merged_into is null
                            and not exists (select 1 from person c where c.merged_into = :merged)
                            and exists (select 1 from person r where r.id = :into and r.merged_into is null)
                        """)
                .with("into", into)
                .with("merged", merged)
                .run();
        if (changed == 1) {
            sql.of(
                            """
                            insert into person_merge (id, merged, into_id, merged_at, merged_by)
                            values (nextval('tsunagu_seq'), :merged, :into, :now, :by)
                            """)
                    .with("merged", merged)
                    .with("into", into)
                    .with("now", now)
                    .with("by", by)
                    .run();
        }
        return changed == 1;
    }

    /** @return false when it is undone already */
    boolean undo(long merge, Long by, Instant now) {
        int changed = sql.of(
                        "update person_merge set undone_at = :now, undone_by = :by where id = :merge and undone_at is null")
                .with("now", now)
                .with("by", by)
                .with("merge", merge)
                .run();
        if (changed == 1) {
            sql.of(
                            "update person set merged_into = null where id = (select merged from person_merge where id = :merge)")
                    .with("merge", merge)
                    .run();
        }
        return changed == 1;
    }
}
