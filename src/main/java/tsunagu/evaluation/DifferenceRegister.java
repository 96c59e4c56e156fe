package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** 差分: what is another one now than when it was approved. The database numbers them; which of them the chain tells of is kept here. */
@ApplicationScoped
class DifferenceRegister {

    @Inject
    private Sql sql;

    private record Differing(String programmeId, long differences) {}

    /** Differences that are there now, by programme; as of the last count (refresh_figures). */
    Map<String, Long> counts(FiscalYear year) {
        return sql
                .of(
                        """
                        select d.programme_id, count(*) as differences
                        from numbered_difference d
                        join approval_in_force a on a.seq = d.seq
                        where d.fiscal_year = :year and d.ended_at is null
                        group by d.programme_id
                        """)
                .with("year", year)
                .list(Differing.class)
                .stream()
                .collect(Collectors.toMap(Differing::programmeId, Differing::differences));
    }

    /**
     * A row that is another one now.
     *
     * @param reason what was said of the change; null where nothing was
     * @param record entry of the chain that tells of it; null until the next night, or the next entry about its programme
     * @param undoneAt when the presence behind it was taken back, and {@code mergedAt} when its person became another's
     */
    record Differs(
            int number,
            long approval,
            String programme,
            FiscalYear year,
            String measure,
            String kind,
            String eventCode,
            String event,
            String session,
            LocalDate day,
            String role,
            BigDecimal frozen,
            BigDecimal live,
            String reason,
            Instant undoneAt,
            Instant mergedAt,
            Instant foundAt,
            Instant endedAt,
            Long record) {}

    /** Of all approvals, also of those that were opened again. @param programmeId null for all programmes and years */
    List<Differs> of(String programmeId, Integer year) {
        sql.of("select cast(refresh_figures() as text)").one(String.class);
        return sql.of(
                        """
                        select d.number, d.seq as approval, p.name as programme, d.fiscal_year as year, m.label as measure, d.kind,
                            e.code as event_code, e.title as event, s.title as session, s.held_on as day, d.role, d.frozen, d.live,
                            case d.kind
                                when 'TARGET' then (select t.reason from target t
                                    where t.measure_id = d.measure_id and t.fiscal_year = d.fiscal_year and t.basis = ''
                                    order by t.revision desc limit 1)
                                when 'REPORTED' then (select t.source from reported_figure t
                                    where t.measure_id = d.measure_id and t.fiscal_year = d.fiscal_year
                                    order by t.revision desc limit 1)
                                when 'HEAD_COUNT' then (select h.source from head_count h
                                    where h.session_id = d.session_id and h.role = d.role)
                                else (select max(x.reason) from audit_entry x
                                    where x.table_name in ('attendance', 'grant_decision')
                                    and x.row_id in (select t.id::text from attendance t
                                            where t.session_id = d.session_id and t.person_id = d.person_id
                                        union all select d.grant_id::text))
                                end as reason,
                            (select max(t.undone_at) from attendance t
                                where t.session_id = d.session_id and t.person_id = d.person_id) as undone_at,
                            (select max(w.merged_at) from person_merge w
                                where w.merged = d.person_id and w.undone_at is null) as merged_at,
                            d.found_at,
                            -- With the approval it was numbered under, a difference ends at the latest.
                            coalesce(d.ended_at, case when a.seq is null then (select min(r.decided_at) from official_record r
                                where r.seq > d.seq and r.kind = 'REOPENING' and r.programme_id = d.programme_id
                                    and r.fiscal_year = d.fiscal_year) end) as ended_at,
                            (select r.record from difference_in_record r
                                where r.approval = d.seq and r.number = d.number and r.what = 'FOUND') as record
                        from numbered_difference d
                        left join approval_in_force a on a.seq = d.seq
                        join measure m on m.id = d.measure_id
                        join programme p on p.id = d.programme_id
                        left join event e on e.id = d.event_id
                        left join event_session s on s.id = d.session_id
                        where cast(:programme as text) is null or d.programme_id = :programme and d.fiscal_year = cast(:year as int)
                        order by d.seq, d.number
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .list(Differs.class);
    }

    /**
     * A difference that the chain does not tell of yet, or not that it ended.
     *
     * @param measure code of the measure
     * @param found to be told of; {@code ended}: to be told that it is no more
     */
    record Untold(
            long approval,
            int number,
            String programmeId,
            FiscalYear year,
            String measure,
            String kind,
            BigDecimal frozen,
            BigDecimal live,
            Instant foundAt,
            Instant endedAt,
            boolean found,
            boolean ended) {}

    /** In the order of approvals and numbers. @param programmeId null for all programmes */
    List<Untold> untold(String programmeId) {
        sql.of("select cast(refresh_figures() as text)").one(String.class);
        return sql.of(
                        """
                        select d.seq as approval, d.number, d.programme_id, d.fiscal_year as year, m.code as measure, d.kind, d.frozen, d.live,
                            d.found_at, d.ended_at, f.record is null as found, d.ended_at is not null and e.record is null as ended
                        from numbered_difference d
                        join measure m on m.id = d.measure_id
                        left join difference_in_record f on f.approval = d.seq and f.number = d.number and f.what = 'FOUND'
                        left join difference_in_record e on e.approval = d.seq and e.number = d.number and e.what = 'ENDED'
                        where (f.record is null or d.ended_at is not null and e.record is null)
                            and (cast(:programme as text) is null or d.programme_id = :programme)
                        order by d.seq, d.number
                        """)
                .with("programme", programmeId)
                .list(Untold.class);
    }

    void told(Untold difference, long record) {
        if (difference.found()) {
            told(difference, "FOUND", record);
        }
        if (difference.ended()) {
            told(difference, "ENDED", record);
        }
    }

    private void told(Untold difference, String what, long record) {
        sql.of(
                        "insert into difference_in_record (approval, number, what, record) values (:approval, :number, :what, :record)")
                .with("approval", difference.approval())
                .with("number", difference.number())
                .with("what", what)
                .with("record", record)
                .run();
    }
}
