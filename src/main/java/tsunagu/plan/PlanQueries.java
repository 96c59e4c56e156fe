package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.shared.FiscalYear;

/** Reads the plan and its figures. Every actual comes out of {@code official_row}, for totals (kept in
 * {@code figure_total}) and for lists alike: the frozen rows of an approved year, the live ones of every other. */
@ApplicationScoped
class PlanQueries {

    /** A programme carries the number of the latest year that issued numbers; before the first one, of the first. */
    private static final String ISSUE_YEAR =
            "(select coalesce(max(fiscal_year) filter (where fiscal_year <= :year), min(fiscal_year)) from programme_number)";

    private static final String ADMITTED = "case when r.kind = 'COMPANY' then cast(c.published_at at time zone 'Asia/Tokyo' as date) end";

    private static final String TALKED = "cast(ct.starts_at at time zone 'Asia/Tokyo' as date)";

    private static final String CONSULTATION = " left join consultation_booking cb on cb.id = r.consultation_id"
            + " left join consultation_time ct on ct.id = cb.time_id";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    record ProgrammeLine(int policyNo, String policy, int strategyNo, String strategy, ProgrammeName name) {}

    /** Programmes of a year, in the order of their numbers. */
    List<ProgrammeLine> programmes(FiscalYear year) {
        return rows("select po.no, po.name, st.no, st.name, p.id, p.name, p.summary, n.code, n.fiscal_year"
                        + " from programme p join strategy st on st.no = p.strategy_no"
                        + " join policy po on po.no = st.policy_no"
                        + " join programme_number n on n.programme_id = p.id and n.fiscal_year = " + ISSUE_YEAR
                        + " order by po.no, st.no, string_to_array(n.code, '-')::int[]",
                "year", year.year())
                .map(PlanQueries::programmeLine)
                .toList();
    }

    /** A programme as the year numbered it, or without a number when the year does not list it. */
    Optional<ProgrammeLine> programme(String id, FiscalYear year) {
        return rows("select po.no, po.name, st.no, st.name, p.id, p.name, p.summary, n.code, n.fiscal_year"
                        + " from programme p join strategy st on st.no = p.strategy_no"
                        + " join policy po on po.no = st.policy_no"
                        + " left join programme_number n on n.programme_id = p.id and n.fiscal_year = " + ISSUE_YEAR
                        + " where p.id = :id",
                "year", year.year(), "id", id)
                .map(PlanQueries::programmeLine)
                .findFirst();
    }

    /**
     * Figures of all measures in the years {@code from} to {@code to}.
     *
     * @param programmeId null for all programmes
     */
    List<Figure> figures(String programmeId, FiscalYear from, FiscalYear to) {
        refresh();
        return rows("select m.programme_id, m.code, m.label, m.unit, y.fiscal_year, coalesce(z.counting, d.counting),"
                        + " coalesce(z.basis, d.basis), case when z.seq is null then t.value else z.target end,"
                        + " case when z.seq is null then t.revision else z.target_revision end, r.total,"
                        + " case when z.seq is null then f.value else z.reported end,"
                        + " case when z.seq is null then f.source else z.source end, n.confidence, n.note, z.seq,"
                        + " coalesce(z.direction, d.direction), coalesce(z.definition_from, d.from_year), o.list"
                        + " from measure m"
                        + " cross join generate_series(cast(:from as int), cast(:to as int)) as y (fiscal_year)"
                        + " join definition_in_force d on d.measure_id = m.id and d.fiscal_year = y.fiscal_year"
                        + " left join lateral (select value, revision from target t where t.measure_id = m.id"
                        + "   and t.fiscal_year = y.fiscal_year and t.basis = '' order by revision desc limit 1) t on true"
                        + " left join lateral (select string_agg(b.basis || chr(9) || b.value, chr(10) order by b.basis) as list from ("
                        + "   select distinct on (basis) basis, value from target t where t.measure_id = m.id"
                        + "   and t.fiscal_year = y.fiscal_year and t.basis <> '' order by basis, revision desc) b) o on true"
                        + " left join lateral (select value, source from reported_figure f where f.measure_id = m.id"
                        + "   and f.fiscal_year = y.fiscal_year order by revision desc limit 1) f on true"
                        + " left join approval_in_force a on a.programme_id = m.programme_id and a.fiscal_year = y.fiscal_year"
                        + " left join approved_figure z on z.seq = a.seq and z.measure_id = m.id"
                        + " left join figure_note n on n.measure_id = m.id and n.fiscal_year = y.fiscal_year"
                        + " left join figure_total r on r.measure_id = m.id and r.fiscal_year = y.fiscal_year"
                        + " where cast(:programme as text) is null or m.programme_id = :programme"
                        + " order by m.position, y.fiscal_year",
                "from", from.year(), "to", to.year(), "programme", programmeId)
                .map(PlanQueries::figure)
                .toList();
    }

    /** Counts again what was changed since somebody looked; see V26. */
    private void refresh() {
        entityManager.createNativeQuery("select cast(refresh_figures() as text)").getSingleResult();
    }

    /** Totals that are not the sum of their rows: there is none, and every night looks for one. */
    long wrongTotals() {
        refresh();
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from (select measure_id, fiscal_year, sum(quantity) as total from official_row"
                                + " group by measure_id, fiscal_year) r full join figure_total t on t.measure_id = r.measure_id"
                                + " and t.fiscal_year = r.fiscal_year where t.total is distinct from r.total")
                        .getSingleResult())
                .longValue();
    }

    /** Everything is counted again the next time somebody looks. */
    void forgetTotals() {
        entityManager.createNativeQuery("insert into figure_change (programme_id) values (null)").executeUpdate();
    }

    /** How far each measure of a programme had come at a day of its year, in the years before this one; years with undated rows left out. */
    Map<String, List<Forecast.Pace>> paces(String programmeId, FiscalYear running, LocalDate today) {
        Map<String, List<Forecast.Pace>> paces = new HashMap<>();
        rows("select x.code, x.fiscal_year, coalesce(sum(x.quantity) filter (where x.day - make_date(x.fiscal_year, 4, 1) <= :gone), 0),"
                        + " sum(x.quantity) from (select m.code, r.fiscal_year, r.quantity, coalesce(s.held_on, g.decided_on, w.hired_on,"
                        + "   cast(t.month + interval '1 month' - interval '1 day' as date), " + TALKED + ") as day"
                        + "   from official_row r join measure m on m.id = r.measure_id left join event_session s on s.id = r.session_id"
                        + "   left join grant_decision g on g.id = r.grant_id left join placement w on w.id = r.placement_id"
                        + "   left join monthly_total t on t.id = r.monthly_id" + CONSULTATION
                        + "   where m.programme_id = :programme and r.fiscal_year < :running) x"
                        + " group by x.code, x.fiscal_year having count(*) filter (where x.day is null) = 0 order by 1, 2",
                "programme", programmeId, "running", running.year(), "gone", (int) ChronoUnit.DAYS.between(running.firstDay(), today))
                .forEach(row -> paces.computeIfAbsent(row.text(0), key -> new ArrayList<>())
                        .add(new Forecast.Pace(new FiscalYear(row.integer(1)), row.decimal(2), row.decimal(3))));
        return paces;
    }

    /** @param persons true adds the names of persons; only for roles that may see them */
    List<FigureRow> figureRows(String programmeId, String measure, FiscalYear year, boolean persons) {
        return rows("select r.kind, e.code, coalesce(e.title, t.source, '#' || coalesce(r.grant_id, r.placement_id, r.consultation_id)), s.title,"
                        + " coalesce(s.place, case when cast(:persons as boolean) or r.kind = 'COMPANY' then c.name end),"
                        + " coalesce(s.known_to, first.known_to, case when t.id is not null then 'MONTH' when r.kind = 'INTERN' then 'FISCAL_YEAR'"
                        + "   else 'DAY' end),"
                        + " coalesce(s.held_on, first.held_on, g.decided_on, w.hired_on, t.month, " + TALKED + ", " + ADMITTED + "), r.role,"
                        + " case when cast(:persons as boolean) then coalesce(p.name, g.name) end, r.quantity,"
                        + " coalesce(h.persons, case when r.kind in ('PERSON', 'GRANT', 'PLACEMENT', 'CONSULTATION') then 1 end)"
                        + " from official_row r join measure m on m.id = r.measure_id"
                        + " left join event e on e.id = r.event_id"
                        + " left join grant_decision g on g.id = r.grant_id"
                        + " left join placement w on w.id = r.placement_id"
                        + " left join company c on c.id = coalesce(w.company_id, g.company_id, r.company_id)"
                        + " left join monthly_total t on t.id = r.monthly_id" + CONSULTATION
                        + " left join event_session s on s.id = r.session_id"
                        + " left join lateral (select known_to, held_on from event_session f where f.event_id = e.id"
                        + "   and f.fiscal_year = r.fiscal_year order by f.number limit 1) first on true"
                        + " left join head_count h on r.kind = 'HEAD_COUNT' and h.session_id = r.session_id"
                        + "   and h.role = r.role"
                        + " left join person p on p.id = r.person_id"
                        + " where m.programme_id = :programme and m.code = :measure and r.fiscal_year = :year"
                        + " order by coalesce(s.held_on, first.held_on, g.decided_on, w.hired_on, t.month, " + TALKED + ", " + ADMITTED + ") nulls last, e.id, s.number, r.role, p.name, r.person_id",
                "programme", programmeId, "measure", measure, "year", year.year(), "persons", persons)
                .map(PlanQueries::figureRow)
                .toList();
    }

    /** The latest year somebody evaluated, if any. */
    Optional<FiscalYear> latestEvaluated() {
        return rows("select max(fiscal_year) from evaluation")
                .findFirst()
                .map(row -> row.integer(0))
                .map(FiscalYear::new);
    }

    /** Number of the measure, or empty when the programme has none of that code. */
    Optional<Long> measureId(String programmeId, String code) {
        return rows("select id from measure where programme_id = :programme and code = :code",
                "programme", programmeId, "code", code)
                .findFirst()
                .map(row -> row.whole(0));
    }

    /** 人, 回, 社, %; "" for an unknown measure. */
    String unit(String programmeId, String code) {
        return rows("select unit from measure where programme_id = :programme and code = :code",
                "programme", programmeId, "code", code)
                .findFirst()
                .map(row -> row.text(0))
                .orElse("");
    }

    /** @param namesAndValues "year", 2023, ...: each name stands in the SQL as :year */
    private Stream<Cells> rows(String sql, Object... namesAndValues) {
        String positional = sql;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            positional = positional.replaceAll("(?<!:):" + namesAndValues[i] + "\\b", "?" + (i / 2 + 1));
        }
        Query query = entityManager.createNativeQuery(positional);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.setParameter(i / 2 + 1, namesAndValues[i + 1]);
        }
        List<?> lines = query.getResultList();
        return lines.stream().map(line -> new Cells(line instanceof Object[] cells ? cells : new Object[] {line}));
    }

    private static ProgrammeLine programmeLine(Cells row) {
        Integer issued = row.integer(8);
        return new ProgrammeLine(
                row.integer(0),
                row.text(1),
                row.integer(2),
                row.text(3),
                new ProgrammeName(
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        issued == null ? null : new FiscalYear(issued).code()));
    }

    private static Figure figure(Cells row) {
        return new Figure(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                new FiscalYear(row.integer(4)),
                Counting.valueOf(row.text(5)),
                "RECORDS".equals(row.text(6)),
                row.decimal(7),
                row.integer(8),
                row.decimal(9),
                row.decimal(10),
                row.text(11),
                Confidence.of(row.text(12)),
                row.text(13) == null ? "" : row.text(13),
                row.values()[14] == null ? null : row.whole(14),
                Direction.valueOf(row.text(15)),
                row.integer(16),
                others(row.text(17)));
    }

    /** "basis, tab, value" on each line; null for none. */
    private static List<Figure.OtherTarget> others(String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(each -> each.split("\t"))
                        .map(each -> new Figure.OtherTarget(each[0], new BigDecimal(each[1])))
                        .toList();
    }

    private static FigureRow figureRow(Cells row) {
        return new FigureRow(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3) == null ? "" : row.text(3),
                row.text(4) == null ? "" : row.text(4),
                row.text(5),
                row.date(6),
                row.text(7),
                row.text(8),
                row.decimal(9),
                row.decimal(10));
    }
}
