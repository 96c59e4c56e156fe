package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.seal.Chain;
import tsunagu.seal.Seals;
import tsunagu.seal.Signature;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** The chain of official records, and the rows an approval froze. Entries are only ever added. */
@ApplicationScoped
class OfficialRegister {

    static final String NOTHING_BEFORE = "0".repeat(64);

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    @Inject
    private Seals seals;

    /** The end of the chain. */
    record Last(long seq, String hash) {}

    /** A measure as it is frozen with an entry. */
    record FrozenFigure(
            long seq,
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
            long seq,
            long measureId,
            String kind,
            String event,
            Integer session,
            LocalDate day,
            Long person,
            String role,
            BigDecimal quantity) {}

    /** A year's closing. */
    record Closing(long seq, String hash, Instant at, String content) {}

    /** One approval or re-opening at a time. */
    Last hold() {
        locks.hold(Lock.OFFICIAL_RECORD, "chain");
        return sql.of("select seq, hash from official_record order by seq desc limit 1")
                .first(Last.class)
                .orElse(new Last(0, NOTHING_BEFORE));
    }

    /**
     * Adds an entry. @param last {@link #hold} of this transaction @param programmeId null: of the whole year @param content of its number and
     * the hash before
     * @return what the next one follows
     */
    Last add(
            long seq,
            String kind,
            String programmeId,
            FiscalYear year,
            String content,
            Last before,
            Instant now,
            Long by) {
        String hash = RecordContent.sha256(content);
        Signature signature = seals.sign(signed(seq, hash));
        sql.of(
                        """
                        insert into official_record
                            (seq, kind, programme_id, fiscal_year, content, previous, hash, decided_at, decided_by, key_id, signature)
                        values (:seq, :kind, :programme, :year, :content, :previous, :hash, :now, :by, :key, :signature)
                        """)
                .with("seq", seq)
                .with("kind", kind)
                .with("programme", programmeId)
                .with("year", year)
                .with("content", content)
                .with("previous", before.hash())
                .with("hash", hash)
                .with("now", now)
                .with("by", by)
                .with("key", signature.keyId())
                .with("signature", signature.value())
                .run();
        seals.signEnd(OfficialChain.NAME, new Chain.End(seq, hash));
        return new Last(seq, hash);
    }

    /** What is signed of a record. */
    static String signed(long seq, String hash) {
        return "official " + seq + " " + hash;
    }

    /** What of a year is frozen with entries that are to be: their numbers stand beside their programmes. */
    private static final String FIGURES =
            """
            select n.seq, m.id as measure_id, m.code, m.label, m.unit, d.counting, d.basis, d.from_year as definition_from,
                array_to_string(d.event_types, ' ') as event_types, array_to_string(d.roles, ' ') as roles, d.direction,
                t.value as target, t.revision as target_revision, f.value as reported, f.source, d.dated_by
            from unnest(:programmes, :entries) n (programme_id, seq)
            join measure m on m.programme_id = n.programme_id
            join definition_in_force d on d.measure_id = m.id and d.fiscal_year = :year
            left join lateral (select value, revision from target t
                where t.measure_id = m.id and t.fiscal_year = :year and t.basis = ''
                order by revision desc limit 1) t on true
            left join lateral (select value, source from reported_figure f
                where f.measure_id = m.id and f.fiscal_year = :year
                order by revision desc limit 1) f on true
            """;

    /** Of several programmes at once: what rows there are is asked once, not once for each. @param entries numbers by programme */
    List<FrozenFigure> freeze(Map<String, Long> entries, FiscalYear year) {
        List<FrozenFigure> figures =
                of(entries, year, FIGURES + "order by n.seq, m.position").list(FrozenFigure.class);
        of(
                        entries,
                        year,
                        """
                        insert into approved_figure (seq, measure_id, fiscal_year, target, target_revision, reported, source,
                            counting, basis, direction, definition_from, dated_by)
                        select seq, measure_id, :year, target, target_revision, reported, source,
                            counting, basis, direction, definition_from, dated_by
                        from ("""
                                + FIGURES + ") figures")
                .run();
        of(
                        entries,
                        year,
                        """
                        insert into approved_row (seq, measure_id, fiscal_year, kind, event_id, session_id, person_id, role, quantity,
                            grant_id, placement_id, company_id, monthly_id, consultation_id)
                        select n.seq, r.measure_id, r.fiscal_year, r.kind, r.event_id, r.session_id, r.person_id, r.role, r.quantity,
                            r.grant_id, r.placement_id, r.company_id, r.monthly_id, r.consultation_id
                        from figure_row r
                        join measure m on m.id = r.measure_id
                        join unnest(:programmes, :entries) n (programme_id, seq) on n.programme_id = m.programme_id
                        where r.fiscal_year = :year
                        """)
                .run();
        return figures;
    }

    private Sql.Statement of(Map<String, Long> entries, FiscalYear year, String text) {
        return sql.of(text)
                .withTexts("programmes", entries.keySet())
                .withNumbers("entries", entries.values())
                .with("year", year);
    }

    /** What approvals froze, in an order that never changes. */
    List<FrozenRow> frozen(Collection<Long> entries) {
        return sql.of(
                        """
                        select r.seq, r.measure_id, r.kind, e.code as event, s.number as session,
                            coalesce(s.held_on, g.decided_on, w.hired_on, t.month,
                                cast(ct.starts_at at time zone 'Asia/Tokyo' as date)) as day,
                            r.person_id as person, r.role, r.quantity
                        from approved_row r
                        join measure m on m.id = r.measure_id
                        left join event e on e.id = r.event_id
                        left join event_session s on s.id = r.session_id
                        left join grant_decision g on g.id = r.grant_id
                        left join placement w on w.id = r.placement_id
                        left join monthly_total t on t.id = r.monthly_id
                        left join consultation_when ct on ct.id = r.consultation_id
                        where r.seq = any (:entries)
                        order by r.seq, m.position, r.kind, e.code, s.number, r.grant_id, r.placement_id, r.monthly_id,
                            r.consultation_id, r.company_id, r.person_id, r.role, r.quantity
                        """)
                .withNumbers("entries", entries)
                .list(FrozenRow.class);
    }

    Optional<SheetView.Approval> inForce(String programmeId, FiscalYear year) {
        return Optional.ofNullable(approvals(year).get(programmeId));
    }

    private record InForce(String programmeId, long seq, String hash, Instant at, String by) {}

    /** Approvals of a year that hold, by programme. */
    Map<String, SheetView.Approval> approvals(FiscalYear year) {
        return sql
                .of(
                        """
                        select a.programme_id, a.seq, a.hash, a.decided_at as at, coalesce(p.name, '') as by
                        from approval_in_force a
                        left join account c on c.id = a.decided_by
                        left join person p on p.id = c.person_id
                        where a.fiscal_year = :year
                        """)
                .with("year", year)
                .list(InForce.class)
                .stream()
                .collect(Collectors.toMap(
                        InForce::programmeId,
                        each -> new SheetView.Approval(each.seq(), each.hash(), each.at(), each.by())));
    }

    /** An entry of the chain. @param programme its name; null for an entry of the whole year */
    record Link(
            long seq,
            String kind,
            String programme,
            FiscalYear year,
            Instant at,
            String content,
            String previous,
            String hash,
            String keyId,
            String signature) {}

    /** The whole chain, the oldest first. */
    List<Link> chain() {
        return sql.of(
                        """
                        select r.seq, r.kind, p.name as programme, r.fiscal_year as year, r.decided_at as at, r.content, r.previous, r.hash,
                            r.key_id, r.signature
                        from official_record r
                        left join programme p on p.id = r.programme_id
                        order by r.seq
                        """)
                .list(Link.class);
    }

    private record Sealed(String programmeId, String hash) {}

    /** Programmes of the year whose approval holds, with its hash; in the order of their names. */
    Map<String, String> inForce(FiscalYear year) {
        Map<String, String> hashes = new LinkedHashMap<>();
        sql.of("select programme_id, hash from approval_in_force where fiscal_year = :year order by programme_id")
                .with("year", year)
                .list(Sealed.class)
                .forEach(each -> hashes.put(each.programmeId(), each.hash()));
        return hashes;
    }

    /** When the whole year was closed; empty while it is open, or open again. */
    Optional<Instant> closed(FiscalYear year) {
        return sql.of(
                        """
                        select r.decided_at
                        from official_record r
                        join closed_year c on c.seq = r.seq
                        where r.fiscal_year = :year
                        """)
                .with("year", year)
                .first(Instant.class);
    }

    /** Years that were closed once, whether they still are or were opened since. */
    List<FiscalYear> publishedYears() {
        return sql.of("select distinct fiscal_year from official_record where kind = 'YEAR' order by fiscal_year")
                .list(FiscalYear.class);
    }

    /** Its entry in the chain; null while the year is open. */
    Long closing(FiscalYear year) {
        return sql.of("select seq from closed_year where fiscal_year = :year")
                .with("year", year)
                .first(Long.class)
                .orElse(null);
    }

    /** Why programmes of the year, or the year itself, were opened since an entry. */
    List<String> openedSince(long seq, FiscalYear year) {
        return sql.of(
                        "select content from official_record where fiscal_year = :year and kind = 'REOPENING' and seq > :seq order by seq")
                .with("year", year)
                .with("seq", seq)
                .list(String.class);
    }

    /** The year's last closing, whether it still holds or was opened since. */
    Optional<Closing> lastClosing(FiscalYear year) {
        return sql.of(
                        "select seq, hash, decided_at as at, content from official_record where fiscal_year = :year and kind = 'YEAR'"
                                + " order by seq desc limit 1")
                .with("year", year)
                .first(Closing.class);
    }

    /** Something of the year was opened, or approved anew, after it was closed. */
    boolean changedSince(long closing, FiscalYear year) {
        return sql.of("select count(*) from official_record where fiscal_year = :year and seq > :closing"
                                + " and kind in ('APPROVAL', 'REOPENING')")
                        .with("year", year)
                        .with("closing", closing)
                        .one(Long.class)
                > 0;
    }
}
