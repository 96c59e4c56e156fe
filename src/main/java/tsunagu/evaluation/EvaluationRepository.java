package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;

/** Sheets, grades, comments and the rule, as stored. */
@ApplicationScoped
class EvaluationRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Optional<EvaluationSheet> sheet(String programmeId, FiscalYear year) {
        return entityManager
                .createQuery(
                        "select s from EvaluationSheet s where s.programmeId = :programme and s.fiscalYear = :year",
                        EvaluationSheet.class)
                .setParameter("programme", programmeId)
                .setParameter("year", year.year())
                .getResultStream()
                .findFirst();
    }

    /** Sheets of a year by programme. */
    Map<String, EvaluationSheet> sheets(FiscalYear year) {
        return entityManager
                .createQuery("select s from EvaluationSheet s where s.fiscalYear = :year", EvaluationSheet.class)
                .setParameter("year", year.year())
                .getResultStream()
                .collect(Collectors.toMap(EvaluationSheet::programmeId, sheet -> sheet));
    }

    void add(Object row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** Decisions of all programmes of a year. */
    Map<String, List<SheetForm.Decision>> decisions(FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select programme_id, document, grade, direction, reason from evaluation"
                        + " where fiscal_year = ? order by programme_id, document")
                .setParameter(1, year.year())
                .getResultList();
        Map<String, List<SheetForm.Decision>> byProgramme = new HashMap<>();
        rows.forEach(row -> byProgramme
                .computeIfAbsent((String) row[0], key -> new ArrayList<>())
                .add(new SheetForm.Decision(
                        (String) row[1],
                        row[2] == null ? null : Grade.valueOf((String) row[2]),
                        (String) row[3],
                        (String) row[4])));
        return byProgramme;
    }

    void decide(String programmeId, FiscalYear year, SheetForm.Decision decision, Long by, Instant now) {
        entityManager
                .createNativeQuery("insert into evaluation (programme_id, fiscal_year, document, grade, direction, reason, decided_at,"
                        + " decided_by) values (?, ?, ?, cast(? as text), ?, ?, ?, cast(? as bigint)) on conflict (programme_id, fiscal_year, document)"
                        + " do update set grade = excluded.grade, direction = excluded.direction, reason = excluded.reason,"
                        + " decided_at = excluded.decided_at, decided_by = excluded.decided_by, version = evaluation.version + 1"
                        + " where (evaluation.grade, evaluation.direction, evaluation.reason)"
                        + "   is distinct from (excluded.grade, excluded.direction, excluded.reason)")
                .setParameter(1, programmeId)
                .setParameter(2, year.year())
                .setParameter(3, decision.document())
                .setParameter(4, decision.grade() == null ? null : decision.grade().name())
                .setParameter(5, decision.direction().strip())
                .setParameter(6, decision.reason().strip())
                .setParameter(7, now)
                .setParameter(8, by)
                .executeUpdate();
    }

    GradeRule rule(FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select a_from, near_from, b_from from grade_rule where fiscal_year = ?")
                .setParameter(1, year.year())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new GradeRule((BigDecimal) row[0], (BigDecimal) row[1], (BigDecimal) row[2]))
                .orElse(GradeRule.USUAL);
    }

    void setRule(FiscalYear year, GradeRule rule) {
        entityManager
                .createNativeQuery("insert into grade_rule (fiscal_year, a_from, near_from, b_from) values (?1, ?2, ?3, ?4)"
                        + " on conflict (fiscal_year) do update set a_from = ?2, near_from = ?3, b_from = ?4")
                .setParameter(1, year.year())
                .setParameter(2, rule.aFrom())
                .setParameter(3, rule.nearFrom())
                .setParameter(4, rule.bFrom())
                .executeUpdate();
    }

    /** 委員の意見 that wait for an answer, by programme. */
    Map<String, Long> unanswered(FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select programme_id, count(*) from evaluation_comment where fiscal_year = ? and answered_at is null"
                        + " group by programme_id")
                .setParameter(1, year.year())
                .getResultList();
        Map<String, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    List<EvaluationComment> comments(String programmeId, FiscalYear year) {
        return entityManager
                .createQuery(
                        "select c from EvaluationComment c where c.programmeId = :programme and c.fiscalYear = :year order by c.id",
                        EvaluationComment.class)
                .setParameter("programme", programmeId)
                .setParameter("year", year.year())
                .getResultList();
    }

    Optional<EvaluationComment> comment(long id) {
        return Optional.ofNullable(entityManager.find(EvaluationComment.class, id));
    }

    String nameOf(Long accountId) {
        return accountId == null
                ? ""
                : (String) entityManager
                        .createNativeQuery("select coalesce(p.name, '') from account a join person p on p.id = a.person_id where a.id = ?")
                        .setParameter(1, accountId)
                        .getSingleResult();
    }

    /** Published events of the year's programmes that are over and of which nothing was recorded: code, title, day. */
    List<Object[]> eventsWithoutRecord(FiscalYear year, Instant now) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select e.code, e.title, min(s.held_on) from event e join event_session s on s.event_id = e.id"
                        + " where e.state = 'PUBLISHED' and e.programme_id is not null and s.fiscal_year = ? and s.outcome = 'PLANNED'"
                        + " and s.ends_at < ? group by e.id order by min(s.held_on)")
                .setParameter(1, year.year())
                .setParameter(2, now)
                .getResultList();
        return rows;
    }
}
