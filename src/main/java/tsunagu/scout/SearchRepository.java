package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.shared.Classification;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Who can be found, what companies asked and what they were answered, as stored. */
@ApplicationScoped
class SearchRepository {

    /** Something said counts after this many days, from the Monday that follows: nobody can fill a group today, or be seen to come. */
    static final int SETTLING_DAYS = 14;

    /** For so many days an answer is kept in mind when others are given. */
    static final int KEPT_DAYS = 90;

    /** Adults by the month of birth, not at school, who do nothing but look for work: asked at every search. */
    private static final String FINDABLE =
            """
            select s.person_id as person, array_agg(d.wish || ':' || d.value) as said
            from scout_profile s
            join seeker_profile q on q.person_id = s.person_id
                and q.born is not null and q.born + interval '18 years 1 month' <= :today
                and (q.stage is null or q.stage not in ('JUNIOR_HIGH', 'HIGH_SCHOOL'))
            join account a on a.person_id = s.person_id and a.state = 'ACTIVE'
                and not exists (select 1 from account_role r where r.account_id = a.id and r.role <> 'SEEKER')
            join scout_said d on d.person_id = s.person_id and d.since <= :settled
            -- what was taken back since is not known any more
            join seeker_wish w on w.person_id = d.person_id and w.wish = d.wish and w.value = d.value
            """;

    /** {@link StoredAnswer}. */
    private static final String ANSWERS =
            """
            select id, code, conditions, found, searched_at from scout_search where company_id = :company
            """;

    private static final String OCCUPATION = "OCCUPATION:";

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    /** An answer as kept. */
    record Kept(long id, String code, ScoutConditions conditions, int atLeast, Instant at) {}

    /** Somebody as they were shown. */
    record Shown(String alias, long person, ScoutConditions conditions) {}

    private record Findable(long person, List<String> said) {}

    private record StoredAnswer(long id, String code, String conditions, int found, Instant searchedAt) {

        Kept kept() {
            return new Kept(id, code, ScoutConditions.parse(conditions), found, searchedAt);
        }
    }

    private record StoredShown(long person, String conditions) {}

    private record StoredPart(long person, long part, String said) {}

    /** Everybody who can be found, and what they say. */
    Map<Long, Set<String>> findable(LocalDate today) {
        return said(
                sql.of(FINDABLE + "group by s.person_id").with("today", today).with("settled", settled(today)));
    }

    /** The same without whom the company invited before the day. */
    Map<Long, Set<String>> findable(LocalDate today, long company, Instant invitedBefore) {
        return said(sql.of(
                        FINDABLE
                                + """
                        where not exists (
                            select 1 from scout_invitation i
                            where i.company_id = :company and i.person_id = s.person_id and i.reached and i.sent_at < :before)
                        group by s.person_id
                        """)
                .with("today", today)
                .with("settled", settled(today))
                .with("company", company)
                .with("before", invitedBefore));
    }

    /** Companies look by major groups of occupations, as people of a kind of work are too few to be hidden among each other. */
    private static String major(String said) {
        String code = said.substring(said.indexOf(':') + 1);
        return said.startsWith(OCCUPATION) && Classification.OCCUPATIONS.has(code)
                ? OCCUPATION + Classification.OCCUPATIONS.top(code).code()
                : said;
    }

    /** The last Monday, less the days a word needs: whoever is new is new on a Monday, together with others. */
    static LocalDate settled(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(SETTLING_DAYS);
    }

    /** What is said by those who can be found follows their profiles. */
    void follow(LocalDate today) {
        sql.of(
                        """
                        delete from scout_said d
                        where not exists (
                                select 1 from seeker_wish w
                                where w.person_id = d.person_id and w.wish = d.wish and w.value = d.value)
                            or not exists (select 1 from scout_profile s where s.person_id = d.person_id)
                        """)
                .run();
        sql.of(
                        """
                        insert into scout_said (person_id, wish, value, since)
                        select w.person_id, w.wish, w.value, cast(:today as date)
                        from seeker_wish w
                        join scout_profile s on s.person_id = w.person_id
                        where w.wish in ('AREA', 'OCCUPATION', 'LICENCE') and w.value <> 'NONE'
                        on conflict do nothing
                        """)
                .with("today", today)
                .run();
    }

    void date(List<Long> people, LocalDate since) {
        people.forEach(person -> sql.of("update scout_said set since = :since where person_id = :person")
                .with("since", since)
                .with("person", person)
                .run());
    }

    /** One at a time for a company: several who press at once do not get past a limit. */
    void hold(long company) {
        locks.hold(Lock.COMPANY, company);
    }

    long askedSince(long company, Instant since) {
        return sql.of("select count(*) from scout_search where company_id = :company and searched_at > :since")
                .with("company", company)
                .with("since", since)
                .one(Long.class);
    }

    /** Answers that stand, the latest first. */
    List<Kept> answers(long company, Instant since) {
        return sql
                .of(
                        ANSWERS
                                + """
                        and searched_at > :since
                        order by searched_at desc, id desc
                        """)
                .with("company", company)
                .with("since", since)
                .list(StoredAnswer.class)
                .stream()
                .map(StoredAnswer::kept)
                .toList();
    }

    /** Also one that stands no more. */
    Optional<Kept> answer(long company, String code) {
        return sql.of(ANSWERS + "and code = :code")
                .with("company", company)
                .with("code", code)
                .first(StoredAnswer.class)
                .map(StoredAnswer::kept);
    }

    long answered(long company, String code, ScoutConditions conditions, int atLeast, Instant now) {
        return sql.of(
                        """
                        insert into scout_search (id, company_id, code, conditions, found, searched_at)
                        values (nextval('tsunagu_seq'), :company, :code, :conditions, :found, :now)
                        returning id
                        """)
                .with("company", company)
                .with("code", code)
                .with("conditions", conditions.text())
                .with("found", atLeast)
                .with("now", now)
                .one(Long.class);
    }

    void show(long search, int place, String alias, long person) {
        sql.of("insert into scout_shown (search_id, place, alias, person_id) values (:search, :place, :alias, :person)")
                .with("search", search)
                .with("place", place)
                .with("alias", alias)
                .with("person", person)
                .run();
    }

    List<Candidate> shown(long search) {
        return sql.of(
                        """
                        select t.alias, exists (
                            select 1 from scout_invitation i
                            where i.company_id = h.company_id and i.alias = t.alias) as invited
                        from scout_shown t
                        join scout_search h on h.id = t.search_id
                        where t.search_id = :search
                        order by t.place
                        """)
                .with("search", search)
                .list(Candidate.class);
    }

    /** Whom the company was shown under these letters, as long as the answer stands. */
    Optional<Shown> shown(long company, String alias, Instant since) {
        return sql.of(
                        """
                        select t.person_id as person, h.conditions
                        from scout_shown t
                        join scout_search h on h.id = t.search_id
                        where h.company_id = :company and t.alias = :alias and h.searched_at > :since
                        """)
                .with("company", company)
                .with("alias", alias)
                .with("since", since)
                .first(StoredShown.class)
                .map(row -> new Shown(alias, row.person(), ScoutConditions.parse(row.conditions())));
    }

    Map<Long, SearchGuard.Seen> parts(long company, LocalDate today) {
        return sql
                .of(
                        """
                        select person_id as person, part, said from scout_seen
                        where company_id = :company and seen_on >= :first
                        """)
                .with("company", company)
                .with("first", today.minusDays(KEPT_DAYS))
                .list(StoredPart.class)
                .stream()
                .collect(Collectors.toMap(
                        StoredPart::person,
                        each -> new SearchGuard.Seen(
                                each.part(), new TreeSet<>(List.of(each.said().split(" "))))));
    }

    void part(long company, long person, SearchGuard.Seen part, LocalDate today) {
        sql.of(
                        """
                        insert into scout_seen (company_id, person_id, part, said, seen_on)
                        values (:company, :person, :part, :said, :today)
                        on conflict (company_id, person_id) do update
                            set part = excluded.part, said = excluded.said, seen_on = excluded.seen_on
                        """)
                .with("company", company)
                .with("person", person)
                .with("part", part.part())
                .with("said", String.join(" ", part.said()))
                .with("today", today)
                .run();
    }

    void part(long company, long person) {
        sql.of("delete from scout_seen where company_id = :company and person_id = :person")
                .with("company", company)
                .with("person", person)
                .run();
    }

    /** Two companies became one: it knows both answers, so the parts are cut by both. */
    void move(long from, long into) {
        sql.of("update scout_search set company_id = :into where company_id = :from")
                .with("from", from)
                .with("into", into)
                .run();
        sql.of(
                        """
                        insert into scout_seen (company_id, person_id, part, said, seen_on)
                        select :into, x.person_id, dense_rank() over (order by x.one, x.other), x.said, x.seen_on
                        from (
                            select coalesce(f.person_id, t.person_id) as person_id,
                                coalesce(f.part, 0) as one, coalesce(t.part, 0) as other,
                                concat_ws(' ', nullif(f.said, ''), nullif(t.said, '')) as said,
                                greatest(f.seen_on, t.seen_on) as seen_on
                            from (select * from scout_seen where company_id = :from) f
                            full join (select * from scout_seen where company_id = :into) t on t.person_id = f.person_id) x
                        on conflict (company_id, person_id) do update
                            set part = excluded.part, said = excluded.said, seen_on = excluded.seen_on
                        """)
                .with("from", from)
                .with("into", into)
                .run();
        sql.of("delete from scout_seen where company_id = :from")
                .with("from", from)
                .run();
    }

    void forget(long person) {
        for (String table : List.of("scout_said", "scout_shown", "scout_seen")) {
            sql.of("delete from " + table + " where person_id = :person")
                    .with("person", person)
                    .run();
        }
    }

    private static Map<Long, Set<String>> said(Sql.Statement people) {
        return people.list(Findable.class).stream()
                .collect(Collectors.toMap(Findable::person, each -> each.said().stream()
                        .map(SearchRepository::major)
                        .collect(Collectors.toCollection(TreeSet::new))));
    }
}
