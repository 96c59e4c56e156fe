package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.StoredInstant;

/** Who has turned it on, and invitations, as stored. */
@ApplicationScoped
class ScoutRepository {

    private static final String INVITATIONS = "select i.code, c.name, i.alias, coalesce(p.name, ''), coalesce(a.email, ''), i.posting, i.words, i.state,"
            + " i.sent_at, i.lapses_at from scout_invitation i join company c on c.id = i.company_id join person p on p.id = i.person_id"
            + " left join account a on a.person_id = i.person_id";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    boolean on(long person) {
        return !query("select 1 from scout_profile where person_id = ?1", person).getResultList().isEmpty();
    }

    /** Since when companies can find the person; empty when they cannot. */
    Optional<Instant> since(long person) {
        List<?> since = query("select since from scout_profile where person_id = ?1", person).getResultList();
        return since.stream().findFirst().map(StoredInstant::of);
    }

    void turnOn(long person, Instant now) {
        query("insert into scout_profile (person_id, since) values (?1, ?2) on conflict (person_id) do nothing", person, now).executeUpdate();
    }

    void turnOff(long person) {
        query("delete from scout_profile where person_id = ?1", person).executeUpdate();
    }

    long sentSince(long company, Instant since) {
        return ((Number) query("select count(*) from scout_invitation where company_id = ?1 and sent_at > ?2", company, since).getSingleResult()).longValue();
    }

    /** @param reached whether the person learns of it; the company does not learn whether he does */
    void invite(String code, long company, long person, boolean reached, String alias, String posting, String words, Instant now, Instant lapses) {
        query("insert into scout_invitation (id, code, company_id, person_id, reached, alias, posting, words, state, sent_at, lapses_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, 'SENT', ?8, ?9)",
                code, company, person, reached, alias, posting, words, now, lapses).executeUpdate();
    }

    /** Under these letters. */
    boolean invited(long company, String alias) {
        return !query("select 1 from scout_invitation where company_id = ?1 and alias = ?2", company, alias).getResultList().isEmpty();
    }

    /** Ever, under whatever letters. */
    boolean asked(long company, long person) {
        return !query("select 1 from scout_invitation where company_id = ?1 and person_id = ?2 and reached", company, person).getResultList().isEmpty();
    }

    List<Invitation> ofPerson(long person) {
        return invitations(" where i.person_id = ?1 and i.reached order by i.sent_at desc", false, person);
    }

    /** Also those that did not reach him, because he had turned scouting off: they are kept as well. */
    List<Invitation> everyOf(long person) {
        return invitations(" where i.person_id = ?1 order by i.sent_at desc", false, person);
    }

    List<Invitation> ofCompany(long company) {
        return invitations(" where i.company_id = ?1 order by i.sent_at desc", true, company);
    }

    private List<Invitation> invitations(String where, boolean company, long id) {
        List<Object[]> rows = query(INVITATIONS + where, id).getResultList();
        return rows.stream()
                .map(row -> {
                    boolean known = row[7].equals("ACCEPTED");
                    String with = !company ? (String) row[1] : known ? (String) row[3] : (String) row[2];
                    return new Invitation(
                            (String) row[0], with, company && known ? (String) row[4] : "", (String) row[5], (String) row[6], (String) row[7],
                            StoredInstant.of(row[8]), StoredInstant.of(row[9]));
                })
                .toList();
    }

    /** The company, if the person's own invitation was still open. */
    Optional<Long> answer(String code, long person, String state, Instant now) {
        return query("update scout_invitation set state = ?3, answered_at = ?4 where code = ?1 and person_id = ?2 and reached and state = 'SENT' and lapses_at > ?4"
                        + " returning company_id", code, person, state, now)
                .getResultList().stream()
                .findFirst()
                .map(each -> ((Number) each).longValue());
    }

    void move(long from, long into) {
        query("update scout_invitation t set company_id = ?2 where company_id = ?1 and not (t.reached and exists (select 1 from scout_invitation o"
                + " where o.company_id = ?2 and o.person_id = t.person_id and o.reached and o.state in ('SENT', 'ACCEPTED')))", from, into).executeUpdate();
    }

    void lapse(Instant now) {
        query("update scout_invitation set state = 'LAPSED' where state = 'SENT' and lapses_at <= ?1", now).executeUpdate();
    }

    /** Nobody can be found any more, and no company sees a name; that it invited somebody stays. */
    void forget(long person, Instant now) {
        turnOff(person);
        query("update scout_invitation set state = 'DECLINED', answered_at = coalesce(answered_at, ?2) where person_id = ?1"
                + " and reached and state in ('SENT', 'ACCEPTED')", person, now).executeUpdate();
    }

    private Query query(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
