package tsunagu.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.search.Kind;
import tsunagu.shared.Sql;

/** Searches, followed companies and what was found, as stored. */
@ApplicationScoped
class WatchRepository {

    @Inject
    private Sql sql;

    /** A saved search as the nightly pass needs it. */
    record Watched(long id, long person, String address) {}

    /** A record that was found. */
    record Found(Kind kind, long record) {}

    /** Something new for a person, not told yet. @param name of the search or of the company that found it @param token of the person */
    record Match(long person, Kind kind, long record, String name, String token) {}

    /** How many other searches the person has. */
    long others(long person, Kind kind, String address) {
        return sql.of(
                        "select count(*) from saved_search where person_id = :person and not (kind = :kind and address = :address)")
                .with("person", person)
                .with("kind", kind)
                .with("address", address)
                .one(Long.class);
    }

    /** Saving the same conditions again changes name and rhythm. */
    void save(long person, NewSearch search, String address, Instant now) {
        sql.of(
                        """
                        insert into saved_search (id, person_id, kind, address, name, rhythm, created_at)
                        values (nextval('tsunagu_seq'), :person, :kind, :address, :name, :rhythm, :now)
                        on conflict (person_id, kind, address) do update set name = excluded.name, rhythm = excluded.rhythm
                        """)
                .with("person", person)
                .with("kind", search.kind())
                .with("address", address)
                .with("name", search.name().strip())
                .with("rhythm", search.rhythm())
                .with("now", now)
                .run();
    }

    void watch(long person, String token) {
        sql.of("insert into watcher (person_id, token) values (:person, :token) on conflict (person_id) do nothing")
                .with("person", person)
                .with("token", token)
                .run();
    }

    /** @return false when there is no such search of this person */
    boolean has(long person, long search) {
        return sql.of("select id from saved_search where id = :search and person_id = :person")
                .with("search", search)
                .with("person", person)
                .first(Long.class)
                .isPresent();
    }

    /** @return false when its rhythm is not the one that was seen */
    boolean setRhythm(long person, long search, Rhythm seen, Rhythm rhythm) {
        return sql.of(
                                "update saved_search set rhythm = :rhythm where id = :search and person_id = :person and rhythm = :seen")
                        .with("rhythm", rhythm)
                        .with("search", search)
                        .with("person", person)
                        .with("seen", seen)
                        .run()
                == 1;
    }

    boolean remove(long person, long search) {
        return sql.of("delete from saved_search where id = :search and person_id = :person")
                        .with("search", search)
                        .with("person", person)
                        .run()
                == 1;
    }

    /** Found: what came since then and is still open, which is what the list behind the number shows. */
    List<SavedSearch> of(long person, Instant since, Instant now) {
        return sql.of(
                        """
                        select s.id, s.kind, s.address, s.name, s.rhythm, s.created_at,
                            (select count(*)
                             from watch_match m
                             join search_entry e on e.kind = m.kind and e.record_id = m.record_id and not e.removed
                             where m.search_id = s.id and m.found_at >= :since
                                 and e.opens_at <= :now and (e.closes_at is null or e.closes_at > :now)) as found
                        from saved_search s
                        where s.person_id = :person
                        order by s.id desc
                        """)
                .with("person", person)
                .with("since", since)
                .with("now", now)
                .list(SavedSearch.class);
    }

    /** A merged company is the one it was merged into. */
    Optional<Long> company(String code) {
        return sql.of("select coalesce(merged_into, id) from company where code = :code")
                .with("code", code)
                .first(Long.class);
    }

    void follow(long person, long company, Instant now) {
        sql.of(
                        "insert into followed_company (person_id, company_id, followed_at) values (:person, :company, :now) on conflict do nothing")
                .with("person", person)
                .with("company", company)
                .with("now", now)
                .run();
    }

    void unfollow(long person, long company) {
        sql.of("delete from followed_company where person_id = :person and company_id = :company")
                .with("person", person)
                .with("company", company)
                .run();
    }

    /** The latest first. */
    List<WatchService.Followed> followed(long person) {
        return sql.of(
                        """
                        select c.id as company, c.code, c.name
                        from followed_company f
                        join company c on c.id = f.company_id
                        where f.person_id = :person
                        order by f.followed_at desc
                        """)
                .with("person", person)
                .list(WatchService.Followed.class);
    }

    void moveFollowers(long from, long into) {
        sql.of(
                        """
                        insert into followed_company (person_id, company_id, followed_at)
                        select person_id, :into, followed_at from followed_company where company_id = :from
                        on conflict do nothing
                        """)
                .with("from", from)
                .with("into", into)
                .run();
        sql.of("delete from followed_company where company_id = :from")
                .with("from", from)
                .run();
    }

    /** The latest first; told or not. */
    List<Found> latest(long person, Instant since, int most) {
        return sql.of(
                        """
                        select kind, record_id as record from watch_match
                        where person_id = :person and found_at >= :since
                        order by found_at desc, record_id desc
                        limit :most
                        """)
                .with("person", person)
                .with("since", since)
                .with("most", most)
                .list(Found.class);
    }

    /** Whether letters are wanted; empty for somebody who watches nothing. */
    Optional<Boolean> mail(long person) {
        return sql.of("select mail from watcher where person_id = :person")
                .with("person", person)
                .first(Boolean.class);
    }

    void setMail(long person, boolean wanted) {
        sql.of("update watcher set mail = :wanted where person_id = :person")
                .with("wanted", wanted)
                .with("person", person)
                .run();
    }

    /** @return false for a secret nobody has */
    boolean stop(String token) {
        return sql.of("update watcher set mail = false where token = :token")
                        .with("token", token)
                        .run()
                == 1;
    }

    Optional<Instant> lookedUntil() {
        return sql.of("select looked_until from watch_pass").first(Instant.class);
    }

    void looked(Instant until) {
        sql.of(
                        """
                        insert into watch_pass (looked_until) values (:until)
                        on conflict (only_row) do update set looked_until = excluded.looked_until
                        """)
                .with("until", until)
                .run();
    }

    /** Records that became public after {@code from}, until {@code until}, and are open. */
    List<Long> becamePublic(Kind kind, Instant from, Instant until) {
        return sql.of(
                        """
                        select record_id from search_entry
                        where kind = :kind and not removed and public_since > :from and public_since <= :until
                            and opens_at <= :until and (closes_at is null or closes_at > :until)
                        """)
                .with("kind", kind)
                .with("from", from)
                .with("until", until)
                .list(Long.class);
    }

    /** Those of these records that are open now. */
    Set<Long> open(Kind kind, Collection<Long> records, Instant now) {
        return Set.copyOf(sql.of(
                        """
                        select record_id from search_entry
                        where kind = :kind and record_id = any(:records)
                            and not removed and opens_at <= :now and (closes_at is null or closes_at > :now)
                        """)
                .with("kind", kind)
                .withNumbers("records", records)
                .with("now", now)
                .list(Long.class));
    }

    List<Watched> watched(Kind kind) {
        return sql.of("select id, person_id as person, address from saved_search where kind = :kind")
                .with("kind", kind)
                .list(Watched.class);
    }

    /** Everything a question found, for all who ask it: one statement. */
    void matched(Collection<Watched> searches, Kind kind, Collection<Long> records, Instant now) {
        sql.of(
                        """
                        insert into watch_match (person_id, kind, record_id, search_id, found_at)
                        select s.person_id, s.kind, r.id, s.id, cast(:now as timestamptz)
                        from saved_search s
                        cross join unnest(:records) r(id)
                        where s.id = any(:searches) and s.kind = :kind
                        on conflict do nothing
                        """)
                .with("now", now)
                .withNumbers("records", records)
                .withNumbers("searches", searches.stream().map(Watched::id).toList())
                .with("kind", kind)
                .run();
    }

    /** What followed companies opened. */
    void matchFollowed(Kind kind, Collection<Long> records, Instant now) {
        sql.of(
                        """
                        insert into watch_match (person_id, kind, record_id, company_id, found_at)
                        select distinct on (f.person_id, e.record_id)
                            f.person_id, e.kind, e.record_id, f.company_id, cast(:now as timestamptz)
                        from search_entry e
                        join followed_company f on f.company_id = any(e.links)
                        where e.kind = :kind and e.record_id = any(:records)
                        on conflict do nothing
                        """)
                .with("now", now)
                .with("kind", kind)
                .withNumbers("records", records)
                .run();
    }

    /** What was not told yet to people who want letters, person by person. */
    List<Match> untold(boolean weeklyToo) {
        return sql.of(
                        """
                        select m.person_id as person, m.kind, m.record_id as record, coalesce(s.name, c.name) as name, w.token
                        from watch_match m
                        join watcher w on w.person_id = m.person_id and w.mail
                        left join saved_search s on s.id = m.search_id
                        left join company c on c.id = m.company_id
                        where m.told_at is null and coalesce(s.rhythm, 'DAILY') = any(:rhythms)
                        order by m.person_id, m.search_id, m.company_id, m.record_id
                        """)
                .withTexts("rhythms", told(weeklyToo))
                .list(Match.class);
    }

    /** Told, or closed before they could be: either way those of {@link #untold} are done with. */
    void done(boolean weeklyToo, Instant now) {
        sql.of(
                        """
                        update watch_match m set told_at = :now
                        where m.told_at is null
                            and exists (select 1 from watcher w where w.person_id = m.person_id and w.mail)
                            and coalesce((select s.rhythm from saved_search s where s.id = m.search_id), 'DAILY') = any(:rhythms)
                        """)
                .with("now", now)
                .withTexts("rhythms", told(weeklyToo))
                .run();
    }

    private static List<Rhythm> told(boolean weeklyToo) {
        return weeklyToo ? List.of(Rhythm.DAILY, Rhythm.WEEKLY) : List.of(Rhythm.DAILY);
    }

    void forget(long person) {
        for (String table : List.of("watch_match", "saved_search", "followed_company", "watcher")) {
            sql.of("delete from " + table + " where person_id = :person")
                    .with("person", person)
                    .run();
        }
    }
}
