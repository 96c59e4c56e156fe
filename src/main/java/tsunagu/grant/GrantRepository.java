package tsunagu.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Grant decisions as stored. */
@ApplicationScoped
class GrantRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    void add(GrantDecision decision) {
        entityManager.persist(decision);
        entityManager.flush();
    }

    Optional<GrantDecision> find(long id) {
        return Optional.ofNullable(entityManager.find(GrantDecision.class, id));
    }

    /** What stands, by fiscal year, the latest first. */
    List<GrantService.YearSum> sums() {
        record Sum(int year, long count, long amount) {}
        return sql
                .of(
                        "select extract(year from decided_on - interval '3 months')::int as year, count(*) as count, sum(amount)::bigint as amount"
                                + " from grant_decision where revoked_at is null and decided_on >= date '2019-04-01' group by 1 order by 1 desc")
                .list(Sum.class)
                .stream()
                .map(each -> new GrantService.YearSum(new FiscalYear(each.year()), each.count(), each.amount()))
                .toList();
    }

    /** Everything that was decided for a programme, revoked ones too. */
    List<GrantDecision> of(String programmeId) {
        return entityManager
                .createQuery(
                        "select g from GrantDecision g where g.programmeId = :programme order by g.id",
                        GrantDecision.class)
                .setParameter("programme", programmeId)
                .getResultList();
    }

    /** Two people deciding about one programme do it one after the other. */
    void hold(String programmeId) {
        locks.hold(Lock.PROGRAMME, programmeId);
    }

    /** Those of these things for which something stands. */
    Set<String> granted(Collection<String> about) {
        return about.isEmpty()
                ? Set.of()
                : Set.copyOf(entityManager
                        .createQuery(
                                "select g.about from GrantDecision g where g.about in :about and g.revokedAt is null",
                                String.class)
                        .setParameter("about", about)
                        .getResultList());
    }

    /** @param amount in yen @param revokedAt null as long as it stands */
    private record Told(String programme, LocalDate decidedOn, long amount, Instant revokedAt, String revokedWhy) {

        Map<String, String> in(Locale language) {
            Map<String, String> told = new LinkedHashMap<>();
            told.put("title", programme);
            told.put("day", Dates.day(decidedOn, language));
            told.put("amount", Long.toString(amount));
            if (revokedAt != null) {
                told.put("state", Words.of("support.data.revoked", language));
                told.put("withdrawn", Dates.moment(revokedAt, language));
                told.put("reason", revokedWhy);
            }
            return told;
        }
    }

    /** As the person is told of them; those that were revoked stay in the register and are told as such. */
    List<Map<String, String>> ofPerson(long personId, Locale language) {
        return sql
                .of(
                        """
                        select p.name as programme, g.decided_on, g.amount, g.revoked_at, g.revoked_why
                        from grant_decision g
                        join programme p on p.id = g.programme_id
                        where g.person_id = :person
                        order by g.decided_on, g.id
                        """)
                .with("person", personId)
                .list(Told.class)
                .stream()
                .map(each -> each.in(language))
                .toList();
    }
}
