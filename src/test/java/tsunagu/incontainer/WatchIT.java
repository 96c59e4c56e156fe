package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secrets;
import tsunagu.watch.NewSearch;
import tsunagu.watch.Rhythm;
import tsunagu.watch.WatchPass;
import tsunagu.watch.WatchService;

/** Saved searches find what the lists find, and tell it once. */
@ArquillianTest
class WatchIT {

    private static final int MOST = 100_000;

    /** Monday and Tuesday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Inject
    private SearchService search;

    @Inject
    private WatchService watches;

    @Inject
    private WatchPass pass;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @BeforeEach
    void a_city() {
        world.city();
    }

    /** The pass in memory and the list's own answer are the same, for words (kana, kanji, synonyms, one letter) and choices. */
    @Test
    void many_questions_at_once_find_what_each_list_finds() {
        List<String> questions = new ArrayList<>();
        for (String word : List.of("", "製造", "せいぞう", "エンジニア", "プログラマ", "営", "株式会社", "介護 正社員", "千厩", "ものづくり", "ユーザ", "zzz", "%", "_")) {
            for (String choice : List.of("", "&area=SENMAYA", "&area=ICHINOSEKI&area=HANAIZUMI", "&employment=REGULAR", "&daysoff=120", "&industry=E")) {
                questions.add("?q=" + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8) + choice);
            }
        }
        List<SearchQuery> queries = questions.stream().map(each -> SearchQuery.ofAddress(Kind.JOB, each)).distinct().toList();
        List<Long> all = search.all(SearchQuery.ofAddress(Kind.JOB, ""), MOST).stream().map(SearchResult.Found::recordId).toList();
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 5; round++) {
            Set<Long> few = all.stream().filter(each -> random.nextInt(4) == 0).collect(Collectors.toSet());
            Map<SearchQuery, List<SearchResult.Found>> answers = search.among(Kind.JOB, few, queries);
            for (SearchQuery query : queries) {
                Set<Long> expected = search.all(query, MOST).stream().map(SearchResult.Found::recordId).filter(few::contains).collect(Collectors.toSet());
                Set<Long> answered = answers.getOrDefault(query, List.of()).stream().map(SearchResult.Found::recordId).collect(Collectors.toSet());
                assertEquals(expected, answered, query.address());
                found += answered.size();
            }
        }
        assertTrue(found > 200, "found " + found);
    }

    @Test
    void something_new_is_told_once_and_what_closed_meanwhile_is_not() {
        Actor person = world.seeker("見守る 人");
        save(person, "", "すべての求人", Rhythm.DAILY);
        save(person, "?sort=new&page=3", "もう一度", Rhythm.DAILY);
        assertEquals(1, currentActor.as(person, watches::searches).size(), "order and page are no conditions");
        pass();
        world.change("delete from watch_match");

        Actor same = world.seeker("同じ条件の 人");
        save(same, "", "同じ条件", Rhythm.NEVER);
        world.change("update saved_search set address = '?unknown=1' where person_id = " + same.personId());
        long job = becomesOpen(0);
        long closing = becomesOpen(1);
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(2, matches(person));
        assertEquals(2, matches(same), "an address that is written otherwise and means the same");
        pass();
        assertEquals(2, matches(person), "looked at once");
        world.change("update search_entry set closes_at = now() where kind = 'JOB' and record_id = " + closing);
        tell(MONDAY);
        assertEquals(1, letters(person));
        String body = world.text("select body from mail_outbox o join account a on a.email = o.recipient where a.id = " + person.accountId());
        assertTrue(body.contains(code(job)), body);
        assertFalse(body.contains(code(closing)), body);
        assertTrue(body.contains("/stop/"), body);
        tell(MONDAY.plusDays(1));
        assertEquals(1, letters(person), "nothing new, no letter");
    }

    @Test
    void weekly_letters_wait_for_monday_and_one_press_stops_them_all() {
        Actor weekly = world.seeker("月曜の 人");
        Actor never = world.seeker("見るだけの 人");
        save(weekly, "", "週に一度", Rhythm.WEEKLY);
        save(never, "", "見るだけ", Rhythm.NEVER);
        pass();
        world.change("delete from watch_match");
        becomesOpen(2);
        currentActor.as(Actor.system("test"), pass::look);
        tell(MONDAY.plusDays(1));
        assertEquals(0, letters(weekly));
        tell(MONDAY.plusDays(7));
        assertEquals(1, letters(weekly));
        assertEquals(0, letters(never));
        assertEquals(1, currentActor.as(never, watches::latest).size(), "on the page all the same");

        String token = world.text("select token from watcher where person_id = " + weekly.personId());
        assertThrows(NotFoundException.class, () -> as(Actor.VISITOR, () -> watches.stop(Secrets.token())));
        as(Actor.VISITOR, () -> watches.stop(token));
        assertFalse(currentActor.as(weekly, watches::mail));
        becomesOpen(3);
        currentActor.as(Actor.system("test"), pass::look);
        tell(MONDAY.plusDays(14));
        assertEquals(1, letters(weekly));
    }

    @Test
    void a_followed_company_tells_and_nobody_reaches_anothers_search() {
        Actor person = world.seeker("フォローする 人");
        Actor other = world.seeker("別の 人");
        long job = nth(4);
        String company = world.text("select c.code from posting p join company c on c.id = p.company_id where p.id = " + job);
        as(person, () -> watches.follow(company));
        as(person, () -> watches.follow(company));
        assertEquals(1, currentActor.as(person, watches::followed).size());
        pass();
        world.change("delete from watch_match");
        becomesOpen(4);
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(1, matches(person));
        assertEquals(0, matches(other));

        save(person, "?q=%E8%A3%BD%E9%80%A0", "製造", Rhythm.DAILY);
        long id = currentActor.as(person, watches::searches).get(0).id();
        assertThrows(NotFoundException.class, () -> as(other, () -> watches.remove(id)));
        assertThrows(NotFoundException.class, () -> as(other, () -> watches.setRhythm(id, Rhythm.DAILY, Rhythm.NEVER)));
        as(person, () -> watches.setRhythm(id, Rhythm.DAILY, Rhythm.WEEKLY));
        assertThrows(ConflictException.class, () -> as(person, () -> watches.setRhythm(id, Rhythm.DAILY, Rhythm.NEVER)));
        assertEquals(
                "watch.error.conditions",
                assertThrows(DomainException.class, () -> save(person, "?q=" + "a".repeat(200), "長い", Rhythm.DAILY)).key());
    }

    /** Thirty are enough; the thirtieth can still be renamed. */
    @Test
    void there_is_an_end_to_how_many_are_kept() {
        Actor person = world.seeker("たくさん 保存する人");
        for (int i = 1; i <= 30; i++) {
            save(person, "?q=" + i, "番号 " + i, Rhythm.NEVER);
        }
        assertEquals("watch.error.many", assertThrows(DomainException.class, () -> save(person, "?q=31", "多い", Rhythm.NEVER)).key());
        save(person, "?q=30", "名前を変える", Rhythm.NEVER);
        assertEquals("名前を変える", currentActor.as(person, watches::searches).get(0).name());
    }

    private void save(Actor person, String conditions, String name, Rhythm rhythm) {
        as(person, () -> watches.save(new NewSearch(Kind.JOB, conditions, name, rhythm)));
    }

    /** Looks, and tells nobody yet. */
    private void pass() {
        currentActor.as(Actor.system("test"), pass::look);
    }

    private void tell(LocalDate day) {
        as(Actor.system("test"), () -> pass.tell(day));
    }

    /** A posting that was there becomes open now. */
    private long becomesOpen(int which) {
        long job = nth(which);
        world.change("update search_entry set opens_at = now(), changed = pg_current_xact_id(), edition = edition + 1"
                + " where kind = 'JOB' and record_id = " + job);
        return job;
    }

    private long nth(int which) {
        return world.number("select record_id from search_entry where kind = 'JOB' and not removed and closes_at > now() + interval '1 day'"
                + " order by record_id offset " + which + " limit 1");
    }

    private String code(long job) {
        return world.text("select code from posting where id = " + job);
    }

    private long matches(Actor person) {
        return world.number("select count(*) from watch_match where person_id = ?1", person.personId());
    }

    private long letters(Actor person) {
        return world.number("select count(*) from mail_outbox o join account a on a.email = o.recipient where a.id = ?1"
                + " and o.unsubscribe like '%/unsubscribe/%'", person.accountId());
    }

    private void as(Actor actor, Runnable work) {
        currentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }
}
