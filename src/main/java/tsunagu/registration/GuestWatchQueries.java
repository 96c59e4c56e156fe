package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.shared.Sql;

/** Registrations by where they came from. */
@ApplicationScoped
class GuestWatchQueries {

    @Inject
    private Sql sql;

    List<GuestWatchService.Group> groups(Instant since, Instant now) {
        return sql.of(
                        """
                        select r.origin, count(*) as "all",
                            count(*) filter (where r.proof_until is not null) as unproven,
                            coalesce(sum(1 + r.companions) filter (where r.proof_until is not null), 0) as seats,
                            min(r.created_at) as first, max(r.created_at) as last, coalesce(min(r.open_seconds), 0) as quickest,
                            string_agg(distinct e.title, ', ') as events,
                            array_remove((array_agg(p.name order by r.id desc))[1 : 8], null) as names
                        from registration r
                        join event_session s on s.id = r.session_id
                        join event e on e.id = s.event_id
                        join person p on p.id = r.person_id
                        where r.origin is not null and r.created_at > :since and exists (
                                select 1 from seat x join event_session d on d.id = x.session_id
                                where x.registration_id = r.id and d.starts_at > :now and d.outcome <> 'NOT_HELD')
                            and r.state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED')
                        group by r.origin
                        having count(*) filter (where r.proof_until is not null) >= 5
                            or count(*) filter (where r.open_seconds < 3) >= 3
                        order by seats desc, "all" desc
                        limit 100
                        """)
                .with("since", since)
                .with("now", now)
                .list(GuestWatchService.Group.class);
    }
}
