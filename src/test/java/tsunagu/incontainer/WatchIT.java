package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.company.RegisterService;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
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

    @Inject
    private Publishing publishing;

    @Inject
    private EventService events;

    @Inject
    private RegisterService register;

    @BeforeEach
    void a_city() {
        world.city();
    }

    /**
     * The pass in memory and the whole of the list's own answer, what holds a word only aside included, are the same, for words (kana,
     * kanji, synonyms, one letter) and choices.
     */
    @Test
    void many_questions_at_once_find_what_each_list_finds() {
        List<String> questions = new ArrayList<>();
        for (String word : List.of(
                "", "製造", "せいぞう", "エンジニア", "プログラマ", "営", "株式会社", "介護 正社員", "千厩", "ものづくり", "ユーザ", "zzz", "%", "_")) {
            for (String choice : List.of(
                    "",
                    "&area=SENMAYA",
                    "&area=ICHINOSEKI&area=HANAIZUMI",
                    "&employment=REGULAR",
                    "&daysoff=120",
                    "&industry=E")) {
                questions.add("?q=" + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8) + choice
                        + "&wide=yes");
            }
        }
        List<SearchQuery> queries = questions.stream()
                .map(each -> SearchQuery.ofAddress(Kind.JOB, each))
                .distinct()
                .toList();
        List<Long> all = search.all(SearchQuery.ofAddress(Kind.JOB, ""), MOST).stream()
                .map(SearchResult.Found::recordId)
                .toList();
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 5; round++) {
            Set<Long> few = all.stream().filter(each -> random.nextInt(4) == 0).collect(Collectors.toSet());
            Map<SearchQuery, List<SearchResult.Found>> answers = search.among(Kind.JOB, few, queries);
            for (SearchQuery query : queries) {
                Set<Long> expected = search.all(query, MOST).stream()
                        .map(SearchResult.Found::recordId)
                        .filter(few::contains)
                        .collect(Collectors.toSet());
                Set<Long> answered = answers.getOrDefault(query, List.of()).stream()
                        .map(SearchResult.Found::recordId)
                        .collect(Collectors.toSet());
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
        long job = published();
        long closing = published();
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(2, matches(person));
        assertEquals(2, matches(same), "an address that is written otherwise and means the same");
        pass();
        assertEquals(2, matches(person), "looked at once");
        world.change("update search_entry set closes_at = now() where kind = 'JOB' and record_id = " + closing);
        tell(MONDAY);
        assertEquals(1, letters(person));
        String body = world.text(
                "select body from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = "
                        + person.accountId());
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
        published();
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
        published();
        currentActor.as(Actor.system("test"), pass::look);
        tell(MONDAY.plusDays(14));
        assertEquals(1, letters(weekly));
    }

    @Test
    void a_followed_company_tells_and_nobody_reaches_anothers_search() {
        Actor person = world.seeker("フォローする 人");
        Actor other = world.seeker("別の 人");
        Publishing.Firm firm = publishing.firm();
        as(person, () -> watches.follow(firm.company().code()));
        as(person, () -> watches.follow(firm.company().code()));
        assertEquals(1, currentActor.as(person, watches::followed).size());
        pass();
        world.change("delete from watch_match");
        publishing.job(firm, "フォローされる会社の求人", publishing.today());
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(1, matches(person));
        assertEquals(0, matches(other));

        save(person, "?q=%E8%A3%BD%E9%80%A0", "製造", Rhythm.DAILY);
        long id = currentActor.as(person, watches::searches).get(0).id();
        assertThrows(NotFoundException.class, () -> as(other, () -> watches.remove(id)));
        assertThrows(NotFoundException.class, () -> as(other, () -> watches.setRhythm(id, Rhythm.DAILY, Rhythm.NEVER)));
        as(person, () -> watches.setRhythm(id, Rhythm.DAILY, Rhythm.WEEKLY));
        assertThrows(
                ConflictException.class, () -> as(person, () -> watches.setRhythm(id, Rhythm.DAILY, Rhythm.NEVER)));
        assertEquals(
                "watch.error.conditions",
                assertThrows(DomainException.class, () -> save(person, "?q=" + "a".repeat(200), "長い", Rhythm.DAILY))
                        .key());
    }

    /** The usual case: asked for from today on, published at ten, and the pass of the night has been here. */
    @Test
    void what_is_published_on_its_first_day_is_new_whatever_it_is() {
        Actor person = world.seeker("初日を 待つ人");
        for (Kind kind : Kind.values()) {
            as(person, () -> watches.save(new NewSearch(kind, "", "すべて", Rhythm.NEVER)));
        }
        pass();
        world.change("delete from watch_match");
        Publishing.Firm firm = publishing.firm();
        publishing.job(firm, "初日に公開された求人", publishing.today());
        publishing.internship(firm, "初日に公開された仕事体験", publishing.today());
        world.event(null, EventType.SEMINAR, (Integer) null);
        currentActor.as(Actor.system("test"), pass::look);
        for (Kind kind : Kind.values()) {
            assertEquals(
                    1,
                    world.number(
                            "select count(*) from watch_match where person_id = " + person.personId()
                                    + " and kind = ?1",
                            kind.name()),
                    kind.name());
        }
    }

    /** Published ahead: new on its first day, and not before. */
    @Test
    void what_is_published_ahead_of_its_first_day_is_new_on_that_day() {
        LocalDate tomorrow = publishing.today().plusDays(1);
        String job = publishing.job(publishing.firm(), "あすからの求人", tomorrow);
        assertEquals(tomorrow.atStartOfDay(FiscalYear.ZONE).toEpochSecond(), since("JOB", idOf(job)));
        Actor person = world.seeker("あすを 待つ人");
        save(person, "", "すべて", Rhythm.NEVER);
        pass();
        world.change("delete from watch_match");
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(0, matches(person));
    }

    @Test
    void a_changed_edition_is_not_new_and_what_comes_back_is() {
        Publishing.Firm firm = publishing.firm();
        LocalDate today = publishing.today();
        String job = publishing.job(firm, "変わる求人", today);
        String internship = publishing.internship(firm, "変わる仕事体験", today);
        long jobId = idOf(job);
        long internshipId = world.number("select id from internship where code = ?1", internship);
        long jobSince = since("JOB", jobId);
        long internshipSince = since("INTERNSHIP", internshipId);
        world.amend("update posting set public_since = public_since - interval '3 days' where id = " + jobId);
        world.amend("update internship set public_since = public_since - interval '3 days' where id = " + internshipId);
        publishing.revise(firm, job, publishing.jobSheet("変わった求人", today.minusDays(1), today.plusDays(20)));
        publishing.reviseInternship(firm, internship, publishing.internshipSheet("変わった仕事体験", today));
        assertEquals(jobSince - 3 * 24 * 3600, since("JOB", jobId));
        assertEquals(internshipSince - 3 * 24 * 3600, since("INTERNSHIP", internshipId));

        world.amend(
                "update posting set opens_on = cast(now() at time zone 'Asia/Tokyo' as date) - 40, closes_on = cast(now() at time zone 'Asia/Tokyo' as date) - 10 where id = "
                        + jobId);
        publishing.revise(firm, job, publishing.jobSheet("もう一度の求人", today, today.plusDays(20)));
        assertTrue(since("JOB", jobId) >= jobSince, "its days were over: it is new again");

        String company = firm.company().code();
        world.amend("update company set public_since = public_since - interval '3 days' where id = " + firm.id());
        currentActor.as(World.STAFF, () -> {
            register.leave(company, "registered-0", today, "試験");
            register.comeBack(company, world.registerStamp(company));
            return null;
        });
        assertTrue(since("COMPANY", firm.id()) >= jobSince, "a company that came back");

        String event =
                world.event(null, EventType.SEMINAR, (Integer) null).event().code();
        Actor person = world.seeker("一度だけ 知りたい人");
        as(person, () -> watches.save(new NewSearch(Kind.EVENT, "", "すべて", Rhythm.NEVER)));
        pass();
        world.change("delete from watch_match");
        republish(event);
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(1, matches(person));
        world.change("update watch_match set told_at = now()");
        republish(event);
        pass();
        assertEquals(1, matches(person));
        assertEquals(
                0,
                world.number("select count(*) from watch_match where told_at is null"),
                "what was told is not told again");
    }

    /** What was being published while a pass looked has a time before it. */
    @Test
    void a_pass_looks_at_the_end_of_the_one_before_again() {
        Actor person = world.seeker("間に合う 人");
        save(person, "", "すべて", Rhythm.NEVER);
        pass();
        world.change("delete from watch_match");
        published();
        world.change("update watch_pass set looked_until = now()");
        currentActor.as(Actor.system("test"), pass::look);
        assertEquals(1, matches(person));
    }

    private void republish(String event) {
        currentActor.as(World.STAFF, () -> {
            events.withdraw(event, events.event(event).version());
            events.publish(event, events.event(event).version());
            return null;
        });
    }

    /** Epoch seconds since when the lists have it as new. */
    private long since(String kind, long record) {
        return world.number(
                "select extract(epoch from public_since) from search_entry where kind = '" + kind
                        + "' and record_id = ?1",
                record);
    }

    /** Thirty are enough; the thirtieth can still be renamed. */
    @Test
    void there_is_an_end_to_how_many_are_kept() {
        Actor person = world.seeker("たくさん 保存する人");
        for (int i = 1; i <= 30; i++) {
            save(person, "?q=" + i, "番号 " + i, Rhythm.NEVER);
        }
        assertEquals(
                "watch.error.many",
                assertThrows(DomainException.class, () -> save(person, "?q=31", "多い", Rhythm.NEVER))
                        .key());
        save(person, "?q=30", "名前を変える", Rhythm.NEVER);
        assertEquals("名前を変える", currentActor.as(person, watches::searches).get(0).name());
    }

    private void save(Actor person, String conditions, String name, Rhythm rhythm) {
        as(person, () -> watches.save(new NewSearch(Kind.JOB, conditions, name, rhythm)));
    }

    /** Looks, tells nobody yet, and time goes by: the next one finds only what is published from here on. */
    private void pass() {
        currentActor.as(Actor.system("test"), pass::look);
        world.change(
                "update search_entry set public_since = public_since - interval '1 hour' where public_since <= now()");
    }

    private void tell(LocalDate day) {
        as(Actor.system("test"), () -> pass.tell(day));
    }

    /** A company's posting, from today on. */
    private long published() {
        return idOf(publishing.job(publishing.firm(), "見守られる求人", publishing.today()));
    }

    private long idOf(String posting) {
        return world.number("select id from posting where code = ?1", posting);
    }

    private String code(long job) {
        return world.text("select code from posting where id = " + job);
    }

    private long matches(Actor person) {
        return world.number("select count(*) from watch_match where person_id = ?1", person.personId());
    }

    private long letters(Actor person) {
        return world.number(
                "select count(*) from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = ?1"
                        + " and o.unsubscribe like '%/unsubscribe/%'",
                person.accountId());
    }

    private void as(Actor actor, Runnable work) {
        currentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }
}
