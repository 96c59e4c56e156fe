package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DeskWeek;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Sessions of published events, as staff and managers have them before them. */
@ApplicationScoped
@Transactional
public class EventWeek implements DeskWeek {

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.STAFF, Role.MANAGER);
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER},
            changes = false)
    public List<Date> dates(LocalDate from, LocalDate until) {
        boolean staff = currentActor.get().hasAny(Set.of(Role.STAFF));
        return sql.of(
                        """
                        select s.held_on as day, s.starts_at, e.title || case when s.title > '' and s.title <> e.title then ' ' || s.title else '' end as title,
                            coalesce(s.place, '') as about, :base || e.code as path, 'event' as kind, case when :staff then s.taken end as taken,
                            case when :staff then s.capacity end as places
                        from event_session s
                        join event e on e.id = s.event_id
                        where s.held_on between :from and :until and s.outcome <> 'NOT_HELD' and e.state = 'PUBLISHED'
                        order by s.held_on, s.starts_at nulls last, s.id
                        """)
                .with("base", staff ? "/staff/events/" : "/events/")
                .with("staff", staff)
                .with("from", from)
                .with("until", until)
                .list(Date.class);
    }
}
