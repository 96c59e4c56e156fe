package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.shared.DeskWeek;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Days on which offices have times: one line for an office's day, with how many of its times are taken; who took them stands at the desk. */
@ApplicationScoped
@Transactional
public class ConsultationWeek implements DeskWeek {

    @Inject
    private Sql sql;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.STAFF);
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Date> dates(LocalDate from, LocalDate until) {
        return sql.of(
                        """
                        select (t.starts_at at time zone 'Asia/Tokyo')::date as day, min(t.starts_at) as starts_at, o.name as title, '' as about,
                            '/consultation-desk?office=' || o.code as path, 'consultation' as kind, count(k.time_id)::int as taken,
                            count(*)::int as places
                        from consultation_time t
                        join consultation_office o on o.id = t.office_id
                        left join consultation_taken k on k.time_id = t.id
                        where t.starts_at >= :from and t.starts_at < :until and (t.withdrawn_at is null or k.time_id is not null)
                        group by 1, o.id
                        order by 1, 2, o.id
                        """)
                .with("from", from.atStartOfDay(FiscalYear.ZONE).toInstant())
                .with("until", until.plusDays(1).atStartOfDay(FiscalYear.ZONE).toInstant())
                .list(Date.class);
    }
}
