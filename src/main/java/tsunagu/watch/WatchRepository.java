package tsunagu.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.search.Kind;

/** Searches, followed companies and what was found, as stored. */
@ApplicationScoped
class WatchRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** A saved search as the nightly pass needs it. */
    record Watched(long id, long person, String address) {}

    /** Something new for a person, not told yet. @param name of the search or of the company that found it @param token of the person */
    record Match(long person, Kind kind, long record, String name, String token) {}

    /** How many other searches the person has. */
    long others(long person, Kind kind, String address) {
        return whole(query("select count(*) from saved_search where person_id = ?1 and not (kind = ?2 and address = ?3)",
                person, kind.name(), address).getSingleResult());
    }

    /** Saving the same conditions again changes name and rhythm. */
    void save(long person, NewSearch search, String address, Instant now) {
        query("insert into saved_search (id, person_id, kind, address, name, rhythm, created_at)"
                + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5, ?6) on conflict (person_id, kind, address)"
                + " do update set name = excluded.name, rhythm = excluded.rhythm",
                person, search.kind().name(), address, search.name().strip(), search.rhythm().name(), now).executeUpdate();
    }

    void watch(long person, String token) {
        query("insert into watcher (person_id, token) values (?1, ?2) on conflict (person_id) do nothing", person, token)
                .executeUpdate();
    }

    /** @return false when there is no such search of this person */
    boolean has(long person, long search) {
        return !query("select id from saved_search where id = ?1 and person_id = ?2", search, person).getResultList().isEmpty();
    }

    /** @return false when its rhythm is not the one that was seen */
    boolean setRhythm(long person, long search, Rhythm seen, Rhythm rhythm) {
        return query(
                                "update saved_search set rhythm = ?1 where id = ?2 and person_id = ?3 and rhythm = ?4",
                                rhythm.name(), search, person, seen.name())
                        .executeUpdate()
                == 1;
    }

    boolean remove(long person, long search) {
        return query("delete from saved_search where id = ?1 and person_id = ?2", search, person).executeUpdate() == 1;
    }

    List<SavedSearch> of(long person, Instant since) {
        return rows("select s.id, s.kind, s.address, s.name, s.rhythm, s.created_at,"
                        + " (select count(*) from watch_match m where m.search_id = s.id and m.found_at >= ?2)"
                        + " from saved_search s where s.person_id = ?1 order by s.id desc", person, since)
                .stream()
                .map(row -> new SavedSearch(
                        whole(row[0]), Kind.valueOf((String) row[1]), (String) row[2], (String) row[3],
                        Rhythm.valueOf((String) row[4]), instant(row[5]), whole(row[6])))
                .toList();
    }

    /** A merged company is the one it was merged into. */
    Optional<Long> company(String code) {
        List<?> ids = query("select coalesce(merged_into, id) from company where code = ?1", code).getResultList();
        return ids.stream().findFirst().map(WatchRepository::whole);
    }

    void follow(long person, long company, Instant now) {
        query("insert into followed_company (person_id, company_id, followed_at) values (?1, ?2, ?3) on conflict do nothing",
                person, company, now).executeUpdate();
    }

    void unfollow(long person, long company) {
        query("delete from followed_company where person_id = ?1 and company_id = ?2", person, company).executeUpdate();
    }

    /** Company, its code and its name; the latest first. */
    List<Object[]> followed(long person) {
        return rows("select c.id, c.code, c.name from followed_company f join company c on c.id = f.company_id"
                + " where f.person_id = ?1 order by f.followed_at desc", person);
    }

    void moveFollowers(long from, long into) {
        query("insert into followed_company (person_id, company_id, followed_at)"
                + " select person_id, ?2, followed_at from followed_company where company_id = ?1 on conflict do nothing",
                from, into).executeUpdate();
        query("delete from followed_company where company_id = ?1", from).executeUpdate();
    }

    /** Kind and record, the latest first; told or not. */
    List<Object[]> latest(long person, Instant since, int most) {
        List<Object[]> rows = query("select kind, record_id from watch_match where person_id = ?1 and found_at >= ?2"
                + " order by found_at desc, record_id desc", person, since).setMaxResults(most).getResultList();
        return rows;
    }

    /** Whether letters are wanted; empty for somebody who watches nothing. */
    Optional<Boolean> mail(long person) {
        List<?> found = query("select mail from watcher where person_id = ?1", person).getResultList();
        return found.stream().findFirst().map(Boolean.class::cast);
    }

    void setMail(long person, boolean wanted) {
        query("update watcher set mail = ?1 where person_id = ?2", wanted, person).executeUpdate();
    }

    /** @return false for a secret nobody has */
    boolean stop(String token) {
        return query("update watcher set mail = false where token = ?1", token).executeUpdate() == 1;
    }

    Optional<Instant> lookedUntil() {
        List<?> found = query("select looked_until from watch_pass").getResultList();
        return found.stream().findFirst().map(WatchRepository::instant);
    }

    void looked(Instant until) {
        query("insert into watch_pass (looked_until) values (?1) on conflict (only_row) do update set looked_until = excluded.looked_until",
                until).executeUpdate();
    }

    /** Records that became public after {@code from}, until {@code until}, and are open. */
    List<Long> becamePublic(Kind kind, Instant from, Instant until) {
        List<?> ids = query("select record_id from search_entry where kind = ?1 and not removed and public_since > ?2 and public_since <= ?3"
                + " and opens_at <= ?3 and (closes_at is null or closes_at > ?3)", kind.name(), from, until).getResultList();
        return ids.stream().map(WatchRepository::whole).toList();
    }

    /** Those of these records that are open now. */
    Set<Long> open(Kind kind, Collection<Long> records, Instant now) {
        List<?> ids = query("select record_id from search_entry where kind = ?1 and record_id = any (cast(?2 as bigint[]))"
                + " and not removed and opens_at <= ?3 and (closes_at is null or closes_at > ?3)",
                kind.name(), list(records), now).getResultList();
        return ids.stream().map(WatchRepository::whole).collect(Collectors.toSet());
    }

    List<Watched> watched(Kind kind) {
        return rows("select id, person_id, address from saved_search where kind = ?1", kind.name()).stream()
                .map(row -> new Watched(whole(row[0]), whole(row[1]), (String) row[2]))
                .toList();
    }

    /** Everything a question found, for all who ask it: one statement. */
    void matched(Collection<Watched> searches, Kind kind, Collection<Long> records, Instant now) {
        query("insert into watch_match (person_id, kind, record_id, search_id, found_at)"
                + " select s.person_id, s.kind, r.id, s.id, cast(?3 as timestamptz) from saved_search s"
                + " cross join unnest(cast(?2 as bigint[])) r(id) where s.id = any (cast(?1 as bigint[])) and s.kind = ?4"
                + " on conflict do nothing",
                list(searches.stream().map(Watched::id).toList()), list(records), now, kind.name()).executeUpdate();
    }

    /** What followed companies opened. */
    void matchFollowed(Kind kind, Collection<Long> records, Instant now) {
        query("insert into watch_match (person_id, kind, record_id, company_id, found_at)"
                + " select distinct on (f.person_id, e.record_id) f.person_id, e.kind, e.record_id, f.company_id, cast(?3 as timestamptz)"
                + " from search_entry e join followed_company f on f.company_id = any (e.links)"
                + " where e.kind = ?1 and e.record_id = any (cast(?2 as bigint[])) on conflict do nothing",
                kind.name(), list(records), now).executeUpdate();
    }

    /** What was not told yet to people who want letters, person by person. */
    List<Match> untold(boolean weeklyToo) {
        return rows("select m.person_id, m.kind, m.record_id, coalesce(s.name, c.name), w.token from watch_match m"
                        + " join watcher w on w.person_id = m.person_id and w.mail left join saved_search s on s.id = m.search_id"
                        + " left join company c on c.id = m.company_id"
                        + " where m.told_at is null and coalesce(s.rhythm, 'DAILY') in ('DAILY', ?1)"
                        + " order by m.person_id, m.search_id, m.company_id, m.record_id", weeklyToo ? "WEEKLY" : "DAILY")
                .stream()
                .map(row -> new Match(whole(row[0]), Kind.valueOf((String) row[1]), whole(row[2]), (String) row[3], (String) row[4]))
                .toList();
    }

    /** Told, or closed before they could be: either way those of {@link #untold} are done with. */
    void done(boolean weeklyToo, Instant now) {
        query("update watch_match m set told_at = ?1 where m.told_at is null"
                + " and exists (select 1 from watcher w where w.person_id = m.person_id and w.mail)"
                + " and coalesce((select s.rhythm from saved_search s where s.id = m.search_id), 'DAILY') in ('DAILY', ?2)",
                now, weeklyToo ? "WEEKLY" : "DAILY").executeUpdate();
    }

    void forget(Instant foundBefore) {
        query("delete from watch_match where found_at < ?1", foundBefore).executeUpdate();
    }

    /** As PostgreSQL writes an array. */
    private static String list(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private Query query(String sql, Object... parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    void forget(long person) {
        for (String table : List.of("watch_match", "saved_search", "followed_company", "watcher")) {
            query("delete from " + table + " where person_id = ?1", person).executeUpdate();
        }
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        List<Object[]> rows = query(sql, parameters).getResultList();
        return rows;
    }

    private static long whole(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
