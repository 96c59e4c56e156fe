package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** Sheets, grades, comments and the rule, as stored. */
@ApplicationScoped
class EvaluationRepository {

    @Inject
    private Sql sql;

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

    private record Decided(
            String programmeId,
            String document,
            Grade grade,
            FutureDirection direction,
            String detail,
            String reason,
            boolean listed) {

        EvaluationSheetForm.Decision decision() {
            return new EvaluationSheetForm.Decision(document, grade, direction, detail, reason, listed);
        }
    }

    /** Decisions of all programmes of a year. */
    Map<String, List<EvaluationSheetForm.Decision>> decisions(FiscalYear year) {
        return sql
                .of(
                        """
                        select programme_id, document, grade, direction, detail, reason, listed
                        from evaluation
                        where fiscal_year = :year
                        order by programme_id, document
                        """)
                .with("year", year)
                .list(Decided.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Decided::programmeId, Collectors.mapping(Decided::decision, Collectors.toList())));
    }

    void decide(String programmeId, FiscalYear year, EvaluationSheetForm.Decision decision, Long by, Instant now) {
        sql.of(
                        """
                        insert into evaluation (programme_id, fiscal_year, document, grade, direction, detail, reason, listed,
                            decided_at, decided_by)
                        values (:programme, :year, :document, :grade, :direction, :detail, :reason, :listed, :now, :by)
                        on conflict (programme_id, fiscal_year, document) do update
                        set grade = excluded.grade, direction = excluded.direction, detail = excluded.detail, reason = excluded.reason,
                            listed = excluded.listed, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
                            version = evaluation.version + 1
                        where (evaluation.grade, evaluation.direction, evaluation.detail, evaluation.reason, evaluation.listed)
                            is distinct from (excluded.grade, excluded.direction, excluded.detail, excluded.reason, excluded.listed)
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .with("document", decision.document())
                .with("grade", decision.grade())
                .with("direction", decision.direction())
                .with("detail", decision.detail().strip())
                .with("listed", decision.listed())
                .with("reason", decision.reason().strip())
                .with("now", now)
                .with("by", by)
                .run();
    }

    GradeRule rule(FiscalYear year) {
        return sql.of("select a_from, near_from, b_from from grade_rule where fiscal_year = :year")
                .with("year", year)
                .first(GradeRule.class)
                .orElse(GradeRule.USUAL);
    }

    void setRule(FiscalYear year, GradeRule rule) {
        sql.of(
                        """
                        insert into grade_rule (fiscal_year, a_from, near_from, b_from)
                        values (:year, :a, :near, :b)
                        on conflict (fiscal_year) do update set a_from = :a, near_from = :near, b_from = :b
                        """)
                .with("year", year)
                .with("a", rule.aFrom())
                .with("near", rule.nearFrom())
                .with("b", rule.bFrom())
                .run();
    }

    private record Unanswered(String programmeId, long comments) {}

    /** 委員の意見 that wait for an answer, by programme. */
    Map<String, Long> unanswered(FiscalYear year) {
        return sql
                .of(
                        """
                        select programme_id, count(*) as comments
                        from evaluation_comment
                        where fiscal_year = :year and answered_at is null
                        group by programme_id
                        """)
                .with("year", year)
                .list(Unanswered.class)
                .stream()
                .collect(Collectors.toMap(Unanswered::programmeId, Unanswered::comments));
    }

    /** When each comment of a year that waits for an answer was made. */
    List<Instant> unansweredSince(FiscalYear year) {
        return sql.of(
                        "select said_at from evaluation_comment where fiscal_year = :year and answered_at is null order by said_at")
                .with("year", year)
                .list(Instant.class);
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
                : sql.of(
                                "select coalesce(p.name, '') from account a join person p on p.id = a.person_id where a.id = :account")
                        .with("account", accountId)
                        .one(String.class);
    }

    /** Published events of the year's programmes that are over and of which nothing was recorded. */
    List<EvaluationService.Unrecorded> eventsWithoutRecord(FiscalYear year, Instant now) {
        return sql.of(
                        """
                        select e.code, e.title, min(s.held_on) as day
                        from event e
                        join event_session s on s.event_id = e.id
                        where e.state = 'PUBLISHED' and e.programme_id is not null
                            and s.fiscal_year = :year and s.outcome = 'PLANNED' and s.ends_at < :now
                        group by e.id
                        order by min(s.held_on)
                        """)
                .with("year", year)
                .with("now", now)
                .list(EvaluationService.Unrecorded.class);
    }
}
