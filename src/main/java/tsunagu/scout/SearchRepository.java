package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.StoredInstant;

/** Who can be found, what companies asked and what they were answered, as stored. */
@ApplicationScoped
class SearchRepository {

    /** Something said counts after this many days, from the Monday that follows: nobody can fill a group today, or be seen to come. */
    static final int SETTLING_DAYS = 14;

    /** For so many days an answer is kept in mind when others are given. */
    static final int KEPT_DAYS = 90;

    /** Adults by the month of birth, not at school, who do nothing but look for work: asked at every search. */
    private static final String FINDABLE = "select s.person_id, string_agg(d.wish || ':' || d.value, ' ') from scout_profile s"
            + " join seeker_profile q on q.person_id = s.person_id and q.born is not null and q.born + interval '18 years 1 month' <= ?1"
            + " and (q.stage is null or q.stage not in ('JUNIOR_HIGH', 'HIGH_SCHOOL'))"
            + " join account a on a.person_id = s.person_id and a.state = 'ACTIVE'"
            + " and not exists (select 1 from account_role r where r.account_id = a.id and r.role <> 'SEEKER')"
            + " join scout_said d on d.person_id = s.person_id and d.since <= ?2"
            // what was taken back since is not known any more
            + " join seeker_wish w on w.person_id = d.person_id and w.wish = d.wish and w.value = d.value";

    private static final String ANSWERS = "select id, code, conditions, found, searched_at from scout_search where company_id = ?1";

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** An answer as kept. */
    record Kept(long id, String code, Conditions conditions, int atLeast, Instant at) {}

    /** Somebody as he was shown. */
    record Shown(String alias, long person, Conditions conditions) {}

    /** Everybody who can be found, and what he says. */
    Map<Long, Set<String>> findable(LocalDate today) {
        return said(query(FINDABLE + " group by s.person_id", today, settled(today)));
    }

    /** The same without whom the company invited before the day. */
    Map<Long, Set<String>> findable(LocalDate today, long company, Instant invitedBefore) {
        return said(query(FINDABLE + " where not exists (select 1 from scout_invitation i where i.company_id = ?3 and i.person_id = s.person_id"
                + " and i.reached and i.sent_at < ?4) group by s.person_id", today, settled(today), company, invitedBefore));
    }

    /** The last Monday, less the days a word needs: whoever is new is new on a Monday, together with others. */
    static LocalDate settled(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(SETTLING_DAYS);
    }

    /** What is said by those who can be found follows their profiles. */
    void follow(LocalDate today) {
        query("delete from scout_said d where not exists (select 1 from seeker_wish w where w.person_id = d.person_id and w.wish = d.wish"
                + " and w.value = d.value) or not exists (select 1 from scout_profile s where s.person_id = d.person_id)").executeUpdate();
        query("insert into scout_said (person_id, wish, value, since) select w.person_id, w.wish, w.value, cast(?1 as date) from seeker_wish w"
                + " join scout_profile s on s.person_id = w.person_id where w.wish in ('AREA', 'OCCUPATION', 'LICENCE') and w.value <> 'NONE'"
                + " on conflict do nothing", today).executeUpdate();
    }

    void date(List<Long> people, LocalDate since) {
        people.forEach(person -> query("update scout_said set since = ?2 where person_id = ?1", person, since).executeUpdate());
    }

    /** One at a time for a company: several who press at once do not get past a limit. */
    void hold(long company) {
        locks.hold(Lock.COMPANY, company);
    }

    long askedSince(long company, Instant since) {
        return ((Number) query("select count(*) from scout_search where company_id = ?1 and searched_at > ?2", company, since).getSingleResult()).longValue();
    }

    /** Answers that stand, the latest first. */
    List<Kept> answers(long company, Instant since) {
        return kept(query(ANSWERS + " and searched_at > ?2 and conditions not like 'Conditions[%' order by searched_at desc, id desc", company, since));
    }

    /** Also one that stands no more. */
    Optional<Kept> answer(long company, String code) {
        return kept(query(ANSWERS + " and code = ?2", company, code)).stream().findFirst();
    }

    long answered(long company, String code, Conditions conditions, int atLeast, Instant now) {
        return ((Number) query("insert into scout_search (id, company_id, code, conditions, found, searched_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5) returning id", company, code, conditions.text(), atLeast, now)
                .getSingleResult()).longValue();
    }

    void show(long search, int place, String alias, long person) {
        query("insert into scout_shown (search_id, place, alias, person_id) values (?1, ?2, ?3, ?4)", search, place, alias, person).executeUpdate();
    }

    List<Candidate> shown(long search) {
        List<?> rows = query("select t.alias, exists (select 1 from scout_invitation i where i.company_id = h.company_id and i.alias = t.alias)"
                + " from scout_shown t join scout_search h on h.id = t.search_id where t.search_id = ?1 order by t.place", search).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Candidate((String) row[0], (Boolean) row[1])).toList();
    }

    /** Whom the company was shown under these letters, as long as the answer stands. */
    Optional<Shown> shown(long company, String alias, Instant since) {
        List<?> rows = query("select t.person_id, h.conditions from scout_shown t join scout_search h on h.id = t.search_id"
                + " where h.company_id = ?1 and t.alias = ?2 and h.searched_at > ?3", company, alias, since).getResultList();
        return rows.stream().map(Object[].class::cast).findFirst()
                .map(row -> new Shown(alias, ((Number) row[0]).longValue(), Conditions.parse((String) row[1])));
    }

    Map<Long, SearchGuard.Seen> parts(long company, LocalDate today) {
        Map<Long, SearchGuard.Seen> parts = new HashMap<>();
        for (Object line : query("select person_id, part, said from scout_seen where company_id = ?1 and seen_on >= ?2",
                company, today.minusDays(KEPT_DAYS)).getResultList()) {
            Object[] row = (Object[]) line;
            parts.put(((Number) row[0]).longValue(), new SearchGuard.Seen(((Number) row[1]).longValue(), words((String) row[2])));
        }
        return parts;
    }

    void part(long company, long person, SearchGuard.Seen part, LocalDate today) {
        query("insert into scout_seen (company_id, person_id, part, said, seen_on) values (?1, ?2, ?3, ?4, ?5)"
                        + " on conflict (company_id, person_id) do update set part = excluded.part, said = excluded.said, seen_on = excluded.seen_on",
                company, person, part.part(), String.join(" ", part.said()), today).executeUpdate();
    }

    void part(long company, long person) {
        query("delete from scout_seen where company_id = ?1 and person_id = ?2", company, person).executeUpdate();
    }

    /** Two companies became one: it knows both answers, so the parts are cut by both. */
    void move(long from, long into) {
        query("update scout_search set company_id = ?2 where company_id = ?1", from, into).executeUpdate();
        query("insert into scout_seen (company_id, person_id, part, said, seen_on)"
                + " select ?2, x.person_id, dense_rank() over (order by x.one, x.other), x.said, x.seen_on"
                + " from (select coalesce(f.person_id, t.person_id) as person_id, coalesce(f.part, 0) as one, coalesce(t.part, 0) as other,"
                + " concat_ws(' ', nullif(f.said, ''), nullif(t.said, '')) as said, greatest(f.seen_on, t.seen_on) as seen_on"
                + " from (select * from scout_seen where company_id = ?1) f"
                + " full join (select * from scout_seen where company_id = ?2) t on t.person_id = f.person_id) x"
                + " on conflict (company_id, person_id) do update set part = excluded.part, said = excluded.said, seen_on = excluded.seen_on",
                from, into).executeUpdate();
        query("delete from scout_seen where company_id = ?1", from).executeUpdate();
    }

    /** @param since answers before it stand no more: under which letters whom they showed is forgotten */
    void clear(Instant since, LocalDate today) {
        query("delete from scout_shown where search_id in (select id from scout_search where searched_at <= ?1)", since).executeUpdate();
        query("delete from scout_seen where seen_on < ?1", today.minusDays(KEPT_DAYS)).executeUpdate();
    }

    void forget(long person) {
        for (String table : List.of("scout_said", "scout_shown", "scout_seen")) {
            query("delete from " + table + " where person_id = ?1", person).executeUpdate();
        }
    }

    private static Map<Long, Set<String>> said(Query query) {
        Map<Long, Set<String>> people = new HashMap<>();
        for (Object line : query.getResultList()) {
            Object[] row = (Object[]) line;
            people.put(((Number) row[0]).longValue(), words((String) row[1]));
        }
        return people;
    }

    private static List<Kept> kept(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Kept(((Number) row[0]).longValue(), (String) row[1], Conditions.parse((String) row[2]),
                        ((Number) row[3]).intValue(), StoredInstant.of(row[4])))
                .toList();
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.split(" ")));
    }

    private Query query(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
