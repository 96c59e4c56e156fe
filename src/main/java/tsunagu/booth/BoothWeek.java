package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.company.Membership;
import tsunagu.company.MembershipService;
import tsunagu.shared.DeskWeek;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Sessions of events at which the own company has a booth. */
@ApplicationScoped
@Transactional
public class BoothWeek implements DeskWeek {

    @Inject
    private Sql sql;

    @Inject
    private MembershipService memberships;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.COMPANY);
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Date> dates(LocalDate from, LocalDate until) {
        return memberships
                .find()
                .map(Membership::company)
                .map(company -> sql.of(
                                """
                                select s.held_on as day, s.starts_at, e.title, concat_ws(' ', nullif(s.place, ''), nullif(x.booth, '')) as about,
                                    '/company/booths/' || e.code as path, 'booth' as kind, null::int as taken, null::int as places
                                from event_exhibitor x
                                join event e on e.id = x.event_id and e.state = 'PUBLISHED'
                                join event_session s on s.event_id = e.id
                                where x.company_id = :company and s.held_on between :from and :until and s.outcome <> 'NOT_HELD'
                                order by s.held_on, s.starts_at nulls last, s.id
                                """)
                        .with("company", company.id())
                        .with("from", from)
                        .with("until", until)
                        .list(Date.class))
                .orElse(List.of());
    }
}
