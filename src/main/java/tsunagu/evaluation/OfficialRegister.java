package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.StoredInstant;

/** The chain of official records, and the rows an approval froze. Entries are only ever added. */
@ApplicationScoped
class OfficialRegister {

    static final String NOTHING_BEFORE = "0".repeat(64);

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** The end of the chain. */
    record Last(long seq, String hash) {}

    /** A measure as it is frozen. */
    record FrozenFigure(
            long measureId,
            String code,
            String label,
            String unit,
            String counting,
            String basis,
            int definitionFrom,
            String eventTypes,
            String roles,
            String direction,
            BigDecimal target,
            Integer targetRevision,
            BigDecimal reported,
            String source,
            String datedBy) {}

    /** A row as it is frozen; {@code person} is a number that means nothing outside. */
    record FrozenRow(
            long measureId, String kind, String event, Integer session, LocalDate day, Long person, String role, BigDecimal quantity) {}

    /** One approval or re-opening at a time. */
    Last hold() {
        locks.hold(Lock.OFFICIAL_RECORD, "chain");
        List<Object[]> rows = entityManager
                .createNativeQuery("select seq, hash from official_record order by seq desc limit 1")
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Last(((Number) row[0]).longValue(), (String) row[1]))
                .orElse(new Last(0, NOTHING_BEFORE));
    }

    void add(long seq, String kind, String programmeId, FiscalYear year, String content, Last before, Instant now, Long by) {
        entityManager
                .createNativeQuery("insert into official_record (seq, kind, programme_id, fiscal_year, content, previous, hash,"
                        + " decided_at, decided_by) values (?, ?, cast(? as text), ?, ?, ?, ?, ?, cast(? as bigint))")
                .setParameter(1, seq)
                .setParameter(2, kind)
                .setParameter(3, programmeId)
                .setParameter(4, year.year())
                .setParameter(5, content)
                .setParameter(6, before.hash())
                .setParameter(7, RecordContent.sha256(content))
                .setParameter(8, now)
                .setParameter(9, by)
                .executeUpdate();
    }

    List<FrozenFigure> figures(String programmeId, FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select m.id, m.code, m.label, m.unit, d.counting, d.basis,"
                        + " d.from_year, array_to_string(d.event_types, ' '), array_to_string(d.roles, ' '), d.direction, t.value, t.revision, f.value, f.source,"
                        + " d.dated_by"
                        + " from measure m join definition_in_force d on d.measure_id = m.id and d.fiscal_year = ?2"
                        + " left join lateral (select value, revision from target t where t.measure_id = m.id and t.fiscal_year = ?2"
                        + "   and t.basis = '' order by revision desc limit 1) t on true"
                        + " left join lateral (select value, source from reported_figure f where f.measure_id = m.id"
                        + "   and f.fiscal_year = ?2 order by revision desc limit 1) f on true"
                        + " where m.programme_id = ?1 order by m.position")
                .setParameter(1, programmeId)
                .setParameter(2, year.year())
                .getResultList();
        return rows.stream()
                .map(row -> new FrozenFigure(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        ((Number) row[6]).intValue(),
                        (String) row[7],
                        (String) row[8],
                        (String) row[9],
                        (BigDecimal) row[10],
                        row[11] == null ? null : ((Number) row[11]).intValue(),
                        (BigDecimal) row[12],
                        (String) row[13],
                        (String) row[14]))
                .toList();
    }

    void freeze(long seq, String programmeId, FiscalYear year, List<FrozenFigure> figures) {
        for (FrozenFigure figure : figures) {
            entityManager
                    .createNativeQuery("insert into approved_figure (seq, measure_id, fiscal_year, target, target_revision, reported,"
                            + " source, counting, basis, direction, definition_from, dated_by) values (?, ?, ?, cast(? as numeric), cast(? as int),"
                            + " cast(? as numeric), cast(? as text), ?, ?, ?, ?, cast(? as text))")
                    .setParameter(1, seq)
                    .setParameter(2, figure.measureId())
                    .setParameter(3, year.year())
                    .setParameter(4, figure.target())
                    .setParameter(5, figure.targetRevision())
                    .setParameter(6, figure.reported())
                    .setParameter(7, figure.source())
                    .setParameter(8, figure.counting())
                    .setParameter(9, figure.basis())
                    .setParameter(10, figure.direction())
                    .setParameter(11, figure.definitionFrom())
                    .setParameter(12, figure.datedBy())
                    .executeUpdate();
        }
        entityManager
                .createNativeQuery("insert into approved_row (seq, measure_id, fiscal_year, kind, event_id, session_id, person_id, role,"
                        + " quantity, grant_id, placement_id, company_id, monthly_id, consultation_id) select ?1, r.measure_id, r.fiscal_year, r.kind, r.event_id, r.session_id,"
                        + " r.person_id, r.role, r.quantity, r.grant_id, r.placement_id, r.company_id, r.monthly_id, r.consultation_id from figure_row r"
                        + " join measure m on m.id = r.measure_id where m.programme_id = ?2 and r.fiscal_year = ?3")
                .setParameter(1, seq)
                .setParameter(2, programmeId)
                .setParameter(3, year.year())
                .executeUpdate();
    }

    /** What an approval froze, in an order that never changes. */
    List<FrozenRow> frozen(long seq) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select r.measure_id, r.kind, e.code, s.number, coalesce(s.held_on, g.decided_on, w.hired_on, t.month,"
                        + " cast(ct.starts_at at time zone 'Asia/Tokyo' as date)), r.person_id,"
                        + " r.role, r.quantity from approved_row r join measure m on m.id = r.measure_id"
                        + " left join event e on e.id = r.event_id left join event_session s on s.id = r.session_id"
                        + " left join grant_decision g on g.id = r.grant_id left join placement w on w.id = r.placement_id"
                        + " left join monthly_total t on t.id = r.monthly_id"
                        + " left join consultation_booking cb on cb.id = r.consultation_id left join consultation_time ct on ct.id = cb.time_id"
                        + " where r.seq = ?1"
                        + " order by m.position, r.kind, e.code, s.number, r.grant_id, r.placement_id, r.monthly_id, r.consultation_id, r.company_id, r.person_id, r.role, r.quantity")
                .setParameter(1, seq)
                .getResultList();
        return rows.stream()
                .map(row -> new FrozenRow(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        row[3] == null ? null : ((Number) row[3]).intValue(),
                        row[4] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) row[4],
                        row[5] == null ? null : ((Number) row[5]).longValue(),
                        (String) row[6],
                        new BigDecimal(row[7].toString())))
                .toList();
    }

    Optional<SheetView.Approval> inForce(String programmeId, FiscalYear year) {
        return Optional.ofNullable(approvals(year).get(programmeId));
    }

    /** Approvals of a year that hold, by programme. */
    Map<String, SheetView.Approval> approvals(FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select a.programme_id, a.seq, a.hash, a.decided_at, coalesce(p.name, '') from approval_in_force a"
                        + " left join account c on c.id = a.decided_by left join person p on p.id = c.person_id where a.fiscal_year = ?")
                .setParameter(1, year.year())
                .getResultList();
        Map<String, SheetView.Approval> approvals = new HashMap<>();
        rows.forEach(row -> approvals.put(
                (String) row[0],
                new SheetView.Approval(((Number) row[1]).longValue(), (String) row[2], StoredInstant.of(row[3]), (String) row[4])));
        return approvals;
    }

    /** Differences that are there now, by programme; as of the last count, see V27 and V34. */
    Map<String, Long> differenceCounts(FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select d.programme_id, count(*) from numbered_difference d join approval_in_force a on a.seq = d.seq"
                        + " where d.fiscal_year = ? and d.ended_at is null group by d.programme_id")
                .setParameter(1, year.year())
                .getResultList();
        Map<String, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    /**
     * Number, measure, kind, event and session, day, role, frozen, live, reason, undone at, merged at, found at, ended at, programme, year,
     * approval.
     *
     * @param programmeId null for all programmes and years
     */
    List<Object[]> differences(String programmeId, Integer year) {
        entityManager.createNativeQuery("select cast(refresh_figures() as text)").getSingleResult();
        List<Object[]> rows = entityManager
                .createNativeQuery("select d.number, m.label, d.kind, e.code, e.title, s.title, s.held_on, d.role, d.frozen, d.live,"
                        + " case d.kind when 'TARGET' then (select t.reason from target t where t.measure_id = d.measure_id"
                        + "   and t.fiscal_year = d.fiscal_year and t.basis = '' order by t.revision desc limit 1)"
                        + " when 'REPORTED' then (select t.source from reported_figure t where t.measure_id = d.measure_id"
                        + "   and t.fiscal_year = d.fiscal_year order by t.revision desc limit 1)"
                        + " else (select max(x.reason) from audit_entry x where x.table_name in ('attendance', 'grant_decision', 'head_count')"
                        + "   and x.row_id in (select t.id::text from attendance t where t.session_id = d.session_id"
                        + "     and t.person_id = d.person_id union all select d.grant_id::text)) end,"
                        + " (select max(t.undone_at) from attendance t where t.session_id = d.session_id and t.person_id = d.person_id),"
                        + " (select max(w.merged_at) from person_merge w where w.merged = d.person_id and w.undone_at is null),"
                        + " d.found_at, d.ended_at, p.name, d.fiscal_year, d.seq"
                        + " from numbered_difference d join approval_in_force a on a.seq = d.seq join measure m on m.id = d.measure_id"
                        + " join programme p on p.id = d.programme_id left join event e on e.id = d.event_id"
                        + " left join event_session s on s.id = d.session_id"
                        + " where cast(?1 as text) is null or d.programme_id = ?1 and d.fiscal_year = cast(?2 as int)"
                        + " order by d.seq, d.number")
                .setParameter(1, programmeId)
                .setParameter(2, year)
                .getResultList();
        return rows;
    }

    /** The whole chain, the oldest first: seq, kind, programme, year, content, previous, hash, at. */
    List<Object[]> chain() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select r.seq, r.kind, r.programme_id, r.fiscal_year, r.content, r.previous, r.hash, r.decided_at, p.name"
                        + " from official_record r left join programme p on p.id = r.programme_id order by r.seq")
                .getResultList();
        return rows;
    }

    /** id, programme, year, reason, at, revoked at, by. */
    List<Object[]> exceptions() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select x.id, p.name, x.fiscal_year, x.reason, x.made_at, x.revoked_at, coalesce(b.name, '') from lock_exception x"
                        + " left join account c on c.id = x.made_by left join person b on b.id = c.person_id"
                        + " join programme p on p.id = x.programme_id order by x.revoked_at is not null, x.id desc")
                .getResultList();
        return rows;
    }

    /** Programmes of the year whose approval holds, with its hash; in the order of their names. */
    Map<String, String> inForce(FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select programme_id, hash from approval_in_force where fiscal_year = ? order by programme_id")
                .setParameter(1, year.year())
                .getResultList();
        Map<String, String> hashes = new LinkedHashMap<>();
        rows.forEach(row -> hashes.put((String) row[0], (String) row[1]));
        return hashes;
    }

    /** When the whole year was closed; empty while it is open, or open again. */
    Optional<Instant> closed(FiscalYear year) {
        List<Object> rows = entityManager
                .createNativeQuery("select r.decided_at from official_record r join closed_year c on c.seq = r.seq where r.fiscal_year = ?1")
                .setParameter(1, year.year())
                .getResultList();
        return rows.stream().findFirst().map(StoredInstant::of);
    }

    /** Its entry in the chain; null while the year is open. */
    Long closing(FiscalYear year) {
        List<?> rows = entityManager
                .createNativeQuery("select seq from closed_year where fiscal_year = ?")
                .setParameter(1, year.year())
                .getResultList();
        return rows.isEmpty() ? null : ((Number) rows.get(0)).longValue();
    }

    /** Something of the year was opened, or approved anew, after it was closed. */
    boolean changedSince(long closing, FiscalYear year) {
        return ((Number) entityManager
                                .createNativeQuery("select count(*) from official_record where fiscal_year = ? and seq > ?")
                                .setParameter(1, year.year())
                                .setParameter(2, closing)
                                .getSingleResult())
                        .intValue()
                > 0;
    }

    void grantLockException(String programmeId, FiscalYear year, String why, Long by, Instant now) {
        entityManager
                .createNativeQuery("insert into lock_exception (id, programme_id, fiscal_year, reason, made_by, made_at, version)"
                        + " values (nextval('tsunagu_seq'), ?, ?, ?, cast(? as bigint), ?, 1)")
                .setParameter(1, programmeId)
                .setParameter(2, year.year())
                .setParameter(3, why)
                .setParameter(4, by)
                .setParameter(5, now)
                .executeUpdate();
    }

    boolean revoke(long exceptionId, Instant now) {
        return entityManager
                        .createNativeQuery("update lock_exception set revoked_at = ?, version = version + 1 where id = ? and revoked_at is null")
                        .setParameter(1, now)
                        .setParameter(2, exceptionId)
                        .executeUpdate()
                == 1;
    }
}
