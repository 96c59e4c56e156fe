package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;

/** Reads the plan and its figures. Every actual comes out of {@code official_row}, for totals (kept in
 * {@code figure_total}) and for lists alike: the frozen rows of an approved year, the live ones of every other. */
@ApplicationScoped
class PlanQueries {

    /** A programme carries the number of the latest year that issued numbers; before the first one, of the first. */
    private static final String ISSUE_YEAR =
            "(select coalesce(max(fiscal_year) filter (where fiscal_year <= :year), min(fiscal_year)) from programme_number)";

    /** The day of a consultation. */
    private static final String TALKED = "cast(ct.starts_at at time zone 'Asia/Tokyo' as date)";

    private static final String LINE =
            """
            select po.no as policy_no, coalesce(po.number, po.no) as policy_number, po.name as policy, st.no as strategy_no,
                coalesce(st.number, st.no) as strategy_number, st.name as strategy, p.id,
                coalesce((select y.name from programme_year y
                    where y.programme_id = p.id and y.fiscal_year <= :year and y.name is not null
                    order by y.fiscal_year desc limit 1), p.name) as name,
                p.summary, n.code, n.fiscal_year as code_year, coalesce(said.added, false) as added, coalesce(said.remark, '') as remark
            from programme p
            left join programme_year said on said.programme_id = p.id and said.fiscal_year = :year
            %s join programme_number n on n.programme_id = p.id and n.fiscal_year = %s
            join strategy st on st.no = coalesce(n.strategy_no, p.strategy_no)
            join policy po on po.no = st.policy_no
            """;

    /** Who works on the figures, or checks them. */
    private static final Set<Role> OF_THE_CITY =
            EnumSet.of(Role.STAFF, Role.MANAGER, Role.ADMINISTRATOR, Role.COMMITTEE, Role.AUDITOR);

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    /** @param policyNumber as printed, while {@code policyNo} is its own through all plans; the same of the strategy */
    record ProgrammeLine(
            int policyNo,
            int policyNumber,
            String policy,
            int strategyNo,
            int strategyNumber,
            String strategy,
            ProgrammeName name) {}

    private record StoredLine(
            int policyNo,
            int policyNumber,
            String policy,
            int strategyNo,
            int strategyNumber,
            String strategy,
            String id,
            String name,
            String summary,
            String code,
            FiscalYear codeYear,
            boolean added,
            String remark) {

        ProgrammeLine line() {
            return new ProgrammeLine(
                    policyNo,
                    policyNumber,
                    policy,
                    strategyNo,
                    strategyNumber,
                    strategy,
                    new ProgrammeName(
                            id, name, summary, code, codeYear == null ? null : codeYear.code(), added, remark));
        }
    }

    /** Programmes of a year, in the order of their numbers. */
    List<ProgrammeLine> programmes(FiscalYear year) {
        return sql
                .of(LINE.formatted("", ISSUE_YEAR) + " order by po.no, st.no, string_to_array(n.code, '-')::int[]")
                .with("year", year)
                .list(StoredLine.class)
                .stream()
                .map(StoredLine::line)
                .toList();
    }

    /** A programme as the year numbered it, or without a number when the year does not list it. */
    Optional<ProgrammeLine> programme(String id, FiscalYear year) {
        return sql.of(LINE.formatted("left", ISSUE_YEAR) + " where p.id = :id")
                .with("year", year)
                .with("id", id)
                .first(StoredLine.class)
                .map(StoredLine::line);
    }

    private record StoredFigure(
            String programmeId,
            String measure,
            String label,
            String unit,
            FiscalYear year,
            Counting counting,
            String basis,
            BigDecimal target,
            Integer targetRevision,
            BigDecimal computed,
            BigDecimal reported,
            String source,
            String confidence,
            String note,
            Long approval,
            Direction direction,
            int definitionFrom,
            List<String> otherBases,
            List<BigDecimal> otherTargets) {

        Figure figure() {
            List<Figure.OtherTarget> others = new ArrayList<>();
            for (int i = 0; i < otherBases.size(); i++) {
                others.add(new Figure.OtherTarget(otherBases.get(i), otherTargets.get(i)));
            }
            return new Figure(
                    programmeId,
                    measure,
                    label,
                    unit,
                    year,
                    counting,
                    basis.equals("RECORDS"),
                    target,
                    targetRevision,
                    computed,
                    reported,
                    source,
                    Confidence.of(confidence),
                    note,
                    approval,
                    direction,
                    definitionFrom,
                    List.copyOf(others));
        }
    }

    /**
     * Whether who reads sees what was recorded a moment ago. Everybody else sees of a year that is not approved what the last night put
     * together ({@link PublicFigures}): from totals that move one by one could be told who came.
     */
    boolean seesRunning() {
        Actor reader = currentActor.get();
        return reader.isSystem() || !Collections.disjoint(reader.roles(), OF_THE_CITY);
    }

    /**
     * Figures of all measures in the years {@code from} to {@code to}, as the one who acts may see them.
     *
     * @param programmeId null for all programmes
     */
    List<Figure> figures(String programmeId, FiscalYear from, FiscalYear to) {
        refresh();
        return sql
                .of(
                        """
                        select m.programme_id, m.code as measure, m.label, m.unit, y.fiscal_year as year,
                            coalesce(z.counting, d.counting) as counting, coalesce(z.basis, d.basis) as basis,
                            case when z.seq is null then t.value else z.target end as target,
                            case when z.seq is null then t.revision else z.target_revision end as target_revision,
                            case when :running or z.seq is not null then r.total else shown.total end as computed,
                            case when z.seq is not null then z.reported
                                when not :running and r.total is not null and shown.total is null and d.basis = 'RECORDS' then null
                                else f.value end as reported,
                            case when z.seq is null then f.source else z.source end as source,
                            n.confidence, coalesce(n.note, '') as note, z.seq as approval,
                            coalesce(z.direction, d.direction) as direction,
                            coalesce(z.definition_from, d.from_year) as definition_from,
                            coalesce(o.bases, '{}') as other_bases, coalesce(o.targets, '{}') as other_targets
                        from measure m
                        cross join generate_series(cast(:from as int), cast(:to as int)) as y (fiscal_year)
                        join definition_in_force d on d.measure_id = m.id and d.fiscal_year = y.fiscal_year
                        left join lateral (select value, revision from target t
                            where t.measure_id = m.id and t.fiscal_year = y.fiscal_year and t.basis = ''
                            order by revision desc limit 1) t on true
                        left join lateral (
                            select array_agg(b.basis order by b.basis) as bases, array_agg(b.value order by b.basis) as targets
                            from (select distinct on (basis) basis, value from target t
                                where t.measure_id = m.id and t.fiscal_year = y.fiscal_year and t.basis <> ''
                                order by basis, revision desc) b
                            where b.value is not null) o on true
                        left join lateral (select value, source from reported_figure f
                            where f.measure_id = m.id and f.fiscal_year = y.fiscal_year
                            order by revision desc limit 1) f on true
                        left join approval_in_force a on a.programme_id = m.programme_id and a.fiscal_year = y.fiscal_year
                        left join approved_figure z on z.seq = a.seq and z.measure_id = m.id
                        left join figure_note n on n.measure_id = m.id and n.fiscal_year = y.fiscal_year
                        left join figure_total r on r.measure_id = m.id and r.fiscal_year = y.fiscal_year
                        left join public_figure shown on shown.measure_id = m.id and shown.fiscal_year = y.fiscal_year
                        where cast(:programme as text) is null or m.programme_id = :programme
                        order by m.position, y.fiscal_year
                        """)
                .with("from", from)
                .with("to", to)
                .with("programme", programmeId)
                .with("running", seesRunning())
                .list(StoredFigure.class)
                .stream()
                .map(StoredFigure::figure)
                .toList();
    }

    /** Counts again what was changed since somebody looked; see R__07_kept_totals.sql. */
    void refresh() {
        sql.of("select cast(refresh_figures() as text)").one(String.class);
    }

    /** Totals that are not the sum of their rows: there is none, and every night looks for one. */
    long wrongTotals() {
        refresh();
        return sql.of(
                        """
                        select count(*)
                        from (select measure_id, fiscal_year, sum(quantity) as total from official_row group by measure_id, fiscal_year) r
                        full join figure_total t on t.measure_id = r.measure_id and t.fiscal_year = r.fiscal_year
                        where t.total is distinct from r.total
                        """)
                .one(Long.class);
    }

    /** Everything is counted again the next time somebody looks. */
    void forgetTotals() {
        sql.of("insert into figure_change (programme_id) values (null)").run();
    }

    private record Paced(String code, FiscalYear year, BigDecimal untilThen, BigDecimal whole) {}

    /** How far each measure of a programme had come at a day of its year, in the years before this one; years with undated rows left out. */
    Map<String, List<Forecast.Pace>> paces(String programmeId, FiscalYear running, LocalDate today) {
        Map<String, List<Forecast.Pace>> paces = new HashMap<>();
        sql.of(
                        """
                        select x.code, x.fiscal_year as year,
                            coalesce(sum(x.quantity) filter (where x.day - make_date(x.fiscal_year, 4, 1) <= :gone), 0) as until_then,
                            sum(x.quantity) as whole
                        from (
                            select m.code, r.fiscal_year, r.quantity,
                                coalesce(s.held_on, g.decided_on, w.hired_on,
                                    cast(t.month + interval '1 month' - interval '1 day' as date), %s) as day
                            from official_row r
                            join measure m on m.id = r.measure_id
                            left join event_session s on s.id = r.session_id
                            left join grant_decision g on g.id = r.grant_id
                            left join placement w on w.id = r.placement_id
                            left join monthly_total t on t.id = r.monthly_id
                            left join consultation_when ct on ct.id = r.consultation_id
                            where m.programme_id = :programme and r.fiscal_year < :running) x
                        group by x.code, x.fiscal_year
                        having count(*) filter (where x.day is null) = 0
                        order by x.code, x.fiscal_year
                        """
                                .formatted(TALKED))
                .with("programme", programmeId)
                .with("running", running)
                .with("gone", (int) ChronoUnit.DAYS.between(running.firstDay(), today))
                .list(Paced.class)
                .forEach(each -> paces.computeIfAbsent(each.code(), key -> new ArrayList<>())
                        .add(new Forecast.Pace(each.year(), each.untilThen(), each.whole())));
        return paces;
    }

    /** @param persons true adds the names of persons; only for roles that may see them */
    List<FigureRow> figureRows(String programmeId, String measure, FiscalYear year, boolean persons) {
        return sql.of(
                        """
                        select r.kind, e.code as event_code,
                            coalesce(e.title, t.source, '#' || coalesce(r.grant_id, r.placement_id, r.consultation_id)) as event_title,
                            coalesce(s.title, '') as session_title,
                            coalesce(s.place, case when :persons or r.kind = 'COMPANY' then c.name end, '') as place,
                            coalesce(s.known_to, first.known_to,
                                case when t.id is not null then 'MONTH' when r.kind = 'INTERN' then 'FISCAL_YEAR'
                                    else 'DAY' end) as known_to,
                            coalesce(s.held_on, first.held_on, g.decided_on, w.hired_on, t.month, %s,
                                case when r.kind = 'COMPANY' then cast(c.published_at at time zone 'Asia/Tokyo' as date) end) as held_on,
                            r.role, case when :persons then coalesce(p.name, g.name) end as person, r.quantity,
                            coalesce(h.persons,
                                case when r.kind in ('PERSON', 'GRANT', 'PLACEMENT', 'CONSULTATION') then 1 end) as present,
                            coalesce(t.revision - 1, 0) as corrections
                        from official_row r
                        join measure m on m.id = r.measure_id
                        left join event e on e.id = r.event_id
                        left join grant_decision g on g.id = r.grant_id
                        left join placement w on w.id = r.placement_id
                        left join company c on c.id = coalesce(w.company_id, g.company_id, r.company_id)
                        left join monthly_total t on t.id = r.monthly_id
                        left join consultation_when ct on ct.id = r.consultation_id
                        left join event_session s on s.id = r.session_id
                        left join lateral (select known_to, held_on from event_session f
                            where f.event_id = e.id and f.fiscal_year = r.fiscal_year
                            order by f.number limit 1) first on true
                        left join head_count h on r.kind = 'HEAD_COUNT' and h.session_id = r.session_id and h.role = r.role
                        left join person p on p.id = r.person_id
                        where m.programme_id = :programme and m.code = :measure and r.fiscal_year = :year
                        order by held_on nulls last, e.id, s.number, r.role, p.name, r.person_id
                        """
                                .formatted(TALKED))
                .with("programme", programmeId)
                .with("measure", measure)
                .with("year", year)
                .with("persons", persons)
                .list(FigureRow.class);
    }

    /** The rows of a public figure, as the night that put it together saw them. */
    List<FigureRow> publicRows(String programmeId, String measure, FiscalYear year) {
        return sql.of(
                        """
                        select r.kind, r.event_code, r.event_title, r.session_title, r.place, r.known_to, r.held_on, r.role,
                            cast(null as text) as person, r.quantity, r.present, r.corrections
                        from public_figure_row r
                        join measure m on m.id = r.measure_id
                        where m.programme_id = :programme and m.code = :measure and r.fiscal_year = :year
                        order by r.no
                        """)
                .with("programme", programmeId)
                .with("measure", measure)
                .with("year", year)
                .list(FigureRow.class);
    }

    /** When what the public sees of one figure was put together; empty when nothing of it is shown. */
    Optional<LocalDate> nightOf(String programmeId, String measure, FiscalYear year) {
        return sql.of("select p.as_of from public_figure p join measure m on m.id = p.measure_id"
                        + " where m.programme_id = :programme and m.code = :measure and p.fiscal_year = :year")
                .with("programme", programmeId)
                .with("measure", measure)
                .with("year", year)
                .first(LocalDate.class);
    }

    /** When what the public sees of open years was put together; empty before the first time. */
    Optional<LocalDate> lastNight() {
        return sql.of("select max(as_of) from public_figure").first(LocalDate.class);
    }

    /**
     * The latest year of which at least half of the programmes have a grade that holds, approved or printed before the portal was there: one early approval
     * does not make a year evaluated, and drafts do not either.
     */
    Optional<FiscalYear> latestEvaluated() {
        return sql.of(
                        """
                        select max(y.fiscal_year)
                        from (select e.fiscal_year, count(distinct e.programme_id) as graded from evaluation e where e.grade is not null
                              and (e.decided_at is null or exists (select 1 from approval_in_force a
                                  where a.programme_id = e.programme_id and a.fiscal_year = e.fiscal_year))
                            group by e.fiscal_year) y
                        where 2 * y.graded >= (select count(*) from programme_number n where n.fiscal_year = (
                            select coalesce(max(i.fiscal_year) filter (where i.fiscal_year <= y.fiscal_year), min(i.fiscal_year))
                            from programme_number i))
                        """)
                .first(FiscalYear.class);
    }

    /** Number of the measure, or empty when the programme has none of that code. */
    Optional<Long> measureId(String programmeId, String code) {
        return sql.of("select id from measure where programme_id = :programme and code = :code")
                .with("programme", programmeId)
                .with("code", code)
                .first(Long.class);
    }

    /** 人, 回, 社, %; "" for an unknown measure. */
    String unit(String programmeId, String code) {
        return sql.of("select unit from measure where programme_id = :programme and code = :code")
                .with("programme", programmeId)
                .with("code", code)
                .first(String.class)
                .orElse("");
    }
}
