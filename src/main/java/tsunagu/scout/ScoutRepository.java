package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.shared.StoredInstant;

/** Who can be found, and invitations, as stored. */
@ApplicationScoped
class ScoutRepository {

    /** Adults by the month of birth, not at school: asked at every search, so that a word changed today counts today. */
    private static final String OPEN = "scout_profile s join seeker_profile q on q.person_id = s.person_id and q.born is not null"
            + " and q.born + interval '18 years 1 month' <= ?1 and (q.stage is null or q.stage not in ('JUNIOR_HIGH', 'HIGH_SCHOOL'))"
            + " join account a on a.person_id = s.person_id and a.state = 'ACTIVE'";

    private static final String INVITATIONS = "select i.code, c.name, i.alias, coalesce(p.name, ''), coalesce(a.email, ''), i.posting, i.words, i.state,"
            + " i.sent_at, i.lapses_at from scout_invitation i join company c on c.id = i.company_id join person p on p.id = i.person_id"
            + " left join account a on a.person_id = i.person_id";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    boolean on(long person) {
        return !query("select 1 from scout_profile where person_id = ?1", person).getResultList().isEmpty();
    }

    void turnOn(long person, String code, Instant now) {
        query("insert into scout_profile (person_id, code, since) values (?1, ?2, ?3) on conflict (person_id) do nothing", person, code, now).executeUpdate();
    }

    void turnOff(long person) {
        query("delete from scout_profile where person_id = ?1", person).executeUpdate();
    }

    /** Everybody who fits all conditions, in an order that says nothing. */
    List<Candidate> fitting(Conditions conditions, long company, LocalDate today) {
        StringBuilder sql = new StringBuilder("select s.person_id, s.code, exists (select 1 from scout_invitation i where i.person_id = s.person_id"
                + " and i.company_id = ?2 and i.state in ('SENT', 'ACCEPTED')) from " + OPEN + " where true");
        List<Object> values = new ArrayList<>(List.of(today, company));
        wish(sql, values, "AREA", conditions.areas());
        wish(sql, values, "OCCUPATION", conditions.occupations());
        wish(sql, values, "LICENCE", conditions.licences());
        sql.append(" order by s.code");
        List<Candidate> candidates = new ArrayList<>();
        for (Object line : query(sql.toString(), values.toArray()).getResultList()) {
            Object[] row = (Object[]) line;
            long person = ((Number) row[0]).longValue();
            candidates.add(new Candidate((String) row[1], said(person, "AREA"), said(person, "OCCUPATION"), said(person, "LICENCE"), (Boolean) row[2]));
        }
        return candidates;
    }

    private static void wish(StringBuilder sql, List<Object> values, String wish, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            values.add(String.join(" ", wanted));
            sql.append(" and exists (select 1 from seeker_wish w where w.person_id = s.person_id and w.wish = '" + wish
                    + "' and w.value = any (string_to_array(?" + values.size() + ", ' ')))");
        }
    }

    private Set<String> said(long person, String wish) {
        Set<String> values = new TreeSet<>();
        query("select value from seeker_wish where person_id = ?1 and wish = ?2 and value <> 'NONE'", person, wish)
                .getResultList()
                .forEach(each -> values.add((String) each));
        return values;
    }

    Optional<Long> person(String code, LocalDate today) {
        return query("select s.person_id from " + OPEN + " where s.code = ?2", today, code).getResultList().stream()
                .findFirst()
                .map(each -> ((Number) each).longValue());
    }

    void searched(long company, Conditions conditions, int found, Instant now) {
        query("insert into scout_search (id, company_id, conditions, found, searched_at) values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4)",
                company, conditions.toString(), found, now).executeUpdate();
    }

    /** One at a time for a company: two who press at once do not get past the limit. */
    void hold(long company) {
        query("select id from company where id = ?1 for update", company).getResultList();
    }

    long sentSince(long company, Instant since) {
        return ((Number) query("select count(*) from scout_invitation where company_id = ?1 and sent_at > ?2", company, since).getSingleResult()).longValue();
    }

    void invite(String code, long company, long person, String alias, String posting, String words, Instant now, Instant lapses) {
        query("insert into scout_invitation (id, code, company_id, person_id, alias, posting, words, state, sent_at, lapses_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5, ?6, 'SENT', ?7, ?8)",
                code, company, person, alias, posting, words, now, lapses).executeUpdate();
    }

    boolean asked(long company, long person) {
        return !query("select 1 from scout_invitation where company_id = ?1 and person_id = ?2 and (state in ('SENT', 'ACCEPTED') or state = 'DECLINED')",
                company, person).getResultList().isEmpty();
    }

    List<Invitation> ofPerson(long person) {
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
        return query("update scout_invitation set state = ?3, answered_at = ?4 where code = ?1 and person_id = ?2 and state = 'SENT' and lapses_at > ?4"
                        + " returning company_id", code, person, state, now)
                .getResultList().stream()
                .findFirst()
                .map(each -> ((Number) each).longValue());
    }

    void move(long from, long into) {
        query("update scout_invitation t set company_id = ?2 where company_id = ?1 and not exists (select 1 from scout_invitation o"
                + " where o.company_id = ?2 and o.person_id = t.person_id and o.state in ('SENT', 'ACCEPTED'))", from, into).executeUpdate();
    }

    void lapse(Instant now) {
        query("update scout_invitation set state = 'LAPSED' where state = 'SENT' and lapses_at <= ?1", now).executeUpdate();
    }

    /** Nobody can be found any more, and no company sees a name; that it invited somebody stays. */
    void forget(long person, Instant now) {
        turnOff(person);
        query("update scout_invitation set state = 'DECLINED', answered_at = coalesce(answered_at, ?2) where person_id = ?1"
                + " and state in ('SENT', 'ACCEPTED')", person, now).executeUpdate();
    }

    private Query query(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
