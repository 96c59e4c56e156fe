package tsunagu.participation;

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

/** First days of the own company's internships, with how many places are taken. */
@ApplicationScoped
@Transactional
public class InternshipWeek implements DeskWeek {

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
                                select s.starts_on as day, null::timestamptz as starts_at, i.title, s.hours as about,
                                    '/company/runs/' || i.code as path, 'internship' as kind, s.taken, s.capacity as places
                                from internship_session s
                                join internship i on i.id = s.internship_id
                                where i.company_id = :company and i.ended_at is null and s.starts_on between :from and :until
                                order by s.starts_on, s.id
                                """)
                        .with("company", company.id())
                        .with("from", from)
                        .with("until", until)
                        .list(Date.class))
                .orElse(List.of());
    }
}
