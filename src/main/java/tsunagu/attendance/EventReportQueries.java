package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Sql;

/** The rows a report is counted from. */
@ApplicationScoped
class EventReportQueries {

    @Inject
    private Sql sql;

    /**
     * @param registered people with a seat, with who comes along
     * @param answers who answered the questionnaire and was there; {@code answersOfOthers}: and was not. Of a course, whose questionnaire is
     *     answered once: who was there on this day; the others, who were there on none, once
     */
    record Asked(long session, int registered, int answers, int answersOfOthers) {}

    /** Everybody who ever asked for it, by their numbers. */
    Set<Long> registered(long session) {
        return Set.copyOf(sql.of("select id from registration where session_id = :session")
                .with("session", session)
                .list(Long.class));
    }

    /** One for each session. */
    List<Asked> asked(long event) {
        return sql.of(
                        """
                        select s.id as session,
                            coalesce((select sum(1 + r.companions) from seat x
                                join registration r on r.id = x.registration_id
                                where x.session_id = s.id and r.state = 'CONFIRMED'), 0)::int as registered,
                            said.here::int as answers, said.nowhere::int as answers_of_others
                        from event_session s
                        cross join lateral (
                            select count(*) filter (where was.here) as here, count(*) filter (where one.own and not was.somewhere) as nowhere
                            from (select distinct r.person_id, r.session_id = s.id as own
                                from seat x
                                join registration r on r.id = x.registration_id
                                join event_answer w on w.registration_id = r.id
                                join event_question q on q.id = w.question_id and q.moment = 'AFTERWARDS'
                                where x.session_id = s.id) one
                            cross join lateral (
                                select coalesce(bool_or(a.session_id = s.id), false) as here, count(a.id) > 0 as somewhere
                                from attendance a
                                join event_session d on d.id = a.session_id and d.event_id = s.event_id
                                join event e on e.id = d.event_id
                                where a.person_id = one.person_id and a.undone_at is null and (d.id = s.id or e.course)) was) said
                        where s.event_id = :event
                        """)
                .with("event", event)
                .list(Asked.class);
    }

    /** @param expected how many were to come along */
    record Came(long session, EventReport.Way way, AttendanceRole role, String companionKinds, int expected) {}

    /**
     * Everybody recorded one by one. Somebody who cancelled and asked again later has a seat: what counts is the registration they have
     * now, and not the one with which they were first recorded.
     */
    List<Came> came(long event) {
        return sql.of(
                        """
                        select a.session_id as session, a.role, a.companion_kinds, coalesce(now.companions, 0) as expected,
                            case when now.id is not null then 'REGISTERED'
                                when then_.id is null then case a.source when 'IMPORT' then 'IMPORT' else 'WALK_IN' end
                                when not exists (select from seat x
                                    where x.session_id = a.session_id and x.registration_id = then_.id) then 'OTHER_SESSION'
                                when then_.state = 'CANCELLED' then 'CANCELLED'
                                else 'LINE' end as way
                        from attendance a
                        join event_session s on s.id = a.session_id
                        left join lateral (
                            select r.id, r.companions
                            from seat x
                            join registration r on r.id = x.registration_id
                            where x.session_id = a.session_id and r.person_id = a.person_id and r.state = 'CONFIRMED') now on true
                        left join registration then_ on then_.id = a.registration_id
                        where s.event_id = :event and a.undone_at is null
                        """)
                .with("event", event)
                .list(Came.class);
    }

    record Heads(long session, AttendanceRole role, int persons) {}

    List<Heads> heads(long event) {
        return sql.of(
                        """
                        select h.session_id as session, h.role, h.persons
                        from head_count h
                        join event_session s on s.id = h.session_id
                        where s.event_id = :event
                        """)
                .with("event", event)
                .list(Heads.class);
    }

    /** What the report said when the event was closed last. */
    Optional<ClosedFigures> closing(long event) {
        return sql.of("select figures::text from event_closing where event_id = :event order by closed_at desc limit 1")
                .with("event", event)
                .first(String.class)
                .map(ClosedFigures::of);
    }

    void close(long event, Instant at, ClosedFigures figures) {
        sql.of("insert into event_closing (event_id, closed_at, figures) values (:event, :at, cast(:figures as jsonb))")
                .with("event", event)
                .with("at", at)
                .with("figures", figures.json())
                .run();
    }

    /** Entries of one person are one. */
    long persons(long event) {
        return sql.of(
                        """
                        select count(distinct coalesce(p.merged_into, p.id))
                        from attendance a
                        join event_session s on s.id = a.session_id
                        join person p on p.id = a.person_id
                        where s.event_id = :event and a.undone_at is null
                        """)
                .with("event", event)
                .one(Long.class);
    }
}
