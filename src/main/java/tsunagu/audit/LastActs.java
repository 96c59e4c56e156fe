package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** What somebody has changed last, of the trail: their own acts and nobody else's, each record once. */
@ApplicationScoped
@Transactional
public class LastActs {

    private static final int SHOWN = 8;

    /** Of so many entries the last records are taken: one press may write several of one record. */
    private static final int READ = 200;

    /** Tables that have a name of their own in the texts; what else the trail holds goes along with one of them. */
    private static final List<String> NAMED = List.of(
            "account",
            "attendance",
            "city_office",
            "company",
            "company_admission",
            "company_member",
            "company_name_change",
            "consultation_booking",
            "consultation_time",
            "evaluation_comment",
            "evaluation_sheet",
            "event",
            "event_session",
            "grant_decision",
            "head_count",
            "hiring_answer",
            "internship",
            "internship_submission",
            "job_application",
            "minimum_wage",
            "monthly_total",
            "participation",
            "placement",
            "posting",
            "posting_submission",
            "privacy_case",
            "privacy_incident",
            "registration",
            "reported_figure");

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    /**
     * @param action INSERT, UPDATE or DELETE
     * @param kind the record's table
     * @param title of what is no person's; "" otherwise
     * @param path where it is; "" where there is no page for everybody who may have changed it
     */
    public record Act(Instant at, String action, String kind, String title, String path) {}

    /** The latest first. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMPANY},
            changes = false)
    public List<Act> mine() {
        return sql.of(
                        """
                        select l.at, l.action, l.table_name as kind,
                            coalesce(case when l.table_name in ('event', 'event_session', 'internship', 'posting') then l.said ->> 'title'
                                when l.table_name in ('company', 'minimum_wage') then l.said ->> 'name'
                                when l.table_name = 'evaluation_sheet' then p.name end, '') as title,
                            coalesce(case when l.action = 'DELETE' then ''
                                when l.table_name = 'company' then '/companies/' || (l.said ->> 'code')
                                when l.table_name = 'evaluation_sheet'
                                    then '/evaluations/' || p.id || '?year=R' || ((l.said ->> 'fiscal_year')::int - 2018) end, '') as path
                        from (
                            select distinct on (e.table_name, e.row_id) e.id, e.at, e.action, e.table_name, coalesce(e.after, e.before) as said
                            from (select * from audit_entry where actor = :me order by at desc limit :read) e
                            where e.table_name = any(:named)
                            order by e.table_name, e.row_id, e.id desc) l
                        left join programme p on l.table_name = 'evaluation_sheet' and p.id = l.said ->> 'programme_id'
                        order by l.id desc
                        limit :shown
                        """)
                .with("me", "account:" + currentActor.get().accountId())
                .with("read", READ)
                .with("shown", SHOWN)
                .withTexts("named", NAMED)
                .list(Act.class);
    }
}
