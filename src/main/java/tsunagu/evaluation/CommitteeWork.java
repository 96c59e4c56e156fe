package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** What waits for a member of the committee: submitted sheets they have said nothing to yet, and answers to what they said. */
@ApplicationScoped
@Transactional
public class CommitteeWork implements RoleWork {

    /** So long an answer is news. */
    private static final String NEWS = "interval '30 days'";

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.COMMITTEE);
    }

    @Override
    @UseCase(allow = Role.COMMITTEE, changes = false)
    public List<Waiting> roleWork() {
        long me = currentActor.get().accountId();
        List<Waiting> all = new ArrayList<>(sql
                .of("select fiscal_year, count(*) as count, min(answered_at) as since from evaluation_comment"
                        + " where said_by = :me and answered_at > cast(:now as timestamptz) - " + NEWS
                        + " group by fiscal_year order by fiscal_year")
                .with("me", me)
                .with("now", clock.instant())
                .list(ManagerWork.Sheets.class)
                .stream()
                .map(each -> each.waiting("evaluation.work.answered", ""))
                .toList());
        all.addAll(sql
                .of("select s.fiscal_year, count(*) as count, min(s.submitted_at) as since from evaluation_sheet s"
                        + " where s.state = 'SUBMITTED' and not exists (select from evaluation_comment c"
                        + " where c.programme_id = s.programme_id and c.fiscal_year = s.fiscal_year and c.said_by = :me)"
                        + " group by s.fiscal_year order by s.fiscal_year")
                .with("me", me)
                .list(ManagerWork.Sheets.class)
                .stream()
                .map(each -> each.waiting("evaluation.work.unread", "&state=SUBMITTED"))
                .toList());
        return all;
    }
}
