package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.company.Membership;
import tsunagu.company.MembershipService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DeskWeek;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Rounds of meetings: for staff each with how many of its meetings are given, for a company those at which it has a table. */
@ApplicationScoped
@Transactional
public class MeetingWeek implements DeskWeek {

    @Inject
    private Sql sql;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.STAFF, Role.COMPANY);
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.COMPANY},
            changes = false)
    public List<Date> dates(LocalDate from, LocalDate until) {
        boolean staff = currentActor.get().hasAny(Set.of(Role.STAFF));
        long company = staff
                ? 0
                : memberships
                        .find()
                        .map(Membership::company)
                        .map(each -> each.id())
                        .orElse(0L);
        return sql.of(
                        """
                        select (r.first_at at time zone 'Asia/Tokyo')::date as day, r.first_at as starts_at, e.title, '' as about,
                            case when :staff then '/staff/events/' || e.code || '/meetings' else '/company/meetings/' || e.code end as path,
                            'meeting' as kind,
                            (select count(*) from meeting m where m.round_id = r.id and (:staff or m.company_id = :company))::int as taken,
                            null::int as places
                        from meeting_round r
                        join event e on e.id = r.event_id
                        where r.first_at >= :from and r.first_at < :until and e.state = 'PUBLISHED'
                            and (:staff or exists (select from event_exhibitor x where x.event_id = e.id and x.company_id = :company))
                            and (:staff or r.published_at is not null)
                        order by r.first_at, r.id
                        """)
                .with("staff", staff)
                .with("company", company)
                .with("from", from.atStartOfDay(FiscalYear.ZONE).toInstant())
                .with("until", until.plusDays(1).atStartOfDay(FiscalYear.ZONE).toInstant())
                .list(Date.class);
    }
}
