package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.company.MergeService;
import tsunagu.scout.Candidate;
import tsunagu.scout.ScoutAnswer;
import tsunagu.scout.ScoutConditions;
import tsunagu.scout.ScoutSearchService;
import tsunagu.scout.ScoutService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Wish;
import tsunagu.shared.Actor;
import tsunagu.shared.Classification;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;

/**
 * A company that wants to know who is behind a search: it ticks everything, asks pairs and complements, waits until somebody joins, brings
 * own accounts, follows aliases, and asks many times at once.
 */
@ArquillianTest
class ScoutAttackIT {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> ALL_AREAS =
            Classification.AREAS.tops().stream().map(Classification.Group::code).collect(Collectors.toSet());
    private static final ScoutConditions CARE = new ScoutConditions(NONE, NONE, Set.of("CARE_WORKER"));
    private static final ScoutConditions CARE_IN_SENMAYA =
            new ScoutConditions(Set.of("SENMAYA"), NONE, Set.of("CARE_WORKER"));

    private int number;

    @Inject
    private ScoutService scout;

    @Inject
    private ScoutSearchService searches;

    @Inject
    private MergeService companies;

    @Inject
    private ProfileService profiles;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @BeforeEach
    void nobody_yet() {
        world.city();
        world.amend("delete from scout_profile");
    }

    @Test
    void ticking_everything_tells_nothing_of_anybody() {
        people(8, Set.of("SENMAYA"), Set.of("CARE_WORKER", "DRIVING"));
        people(1, Set.of("SENMAYA"), Set.of("FORKLIFT"));
        people(5, Set.of("DAITO"), Set.of("DRIVING"));
        settle();
        Actor company = company(0);
        ScoutConditions offered = currentActor.as(company, searches::offered);
        assertEquals(Set.of("SENMAYA", "DAITO"), offered.areas());
        assertEquals(Set.of("CARE_WORKER", "DRIVING"), offered.licences(), "not what one alone has");
        assertEquals("scout.error.offered", refused(company, new ScoutConditions(ALL_AREAS, NONE, NONE)));
        assertEquals("scout.error.offered", refused(company, new ScoutConditions(NONE, NONE, Set.of("FORKLIFT"))));
        ScoutAnswer all = ask(company, new ScoutConditions(offered.areas(), NONE, NONE));
        assertEquals(10, all.atLeast(), "of fourteen");
        assertEquals(10, all.candidates().size());
        assertEquals(
                List.of("alias", "invited"),
                Arrays.stream(Candidate.class.getRecordComponents())
                        .map(each -> each.getName())
                        .toList(),
                "nothing of a person but letters of this search");
    }

    /** Ten and nine: the steps would tell that one is the difference. */
    @Test
    void pairs_and_complements_do_not_single_out_one() {
        people(9, Set.of("SENMAYA"), Set.of("CARE_WORKER"));
        people(1, Set.of("DAITO"), Set.of("CARE_WORKER"));
        people(5, Set.of("DAITO"), Set.of("BOOKKEEPING"));
        settle();
        Actor company = company(0);
        assertEquals(10, ask(company, CARE).atLeast());
        assertEquals(0, ask(company, CARE_IN_SENMAYA).atLeast(), "all but one");
        assertEquals(
                0,
                ask(company, new ScoutConditions(Set.of("DAITO"), NONE, Set.of("CARE_WORKER")))
                        .atLeast(),
                "the one");
        assertEquals(
                5,
                ask(company, new ScoutConditions(Set.of("DAITO"), NONE, NONE)).atLeast(),
                "five without the one");
        assertEquals(
                0,
                ask(company, new ScoutConditions(Set.of("SENMAYA"), NONE, NONE)).atLeast());
        Actor other = company(1);
        assertEquals(5, ask(other, CARE_IN_SENMAYA).atLeast(), "another company begins anew");
        assertEquals(5, ask(other, CARE).atLeast(), "nine, and the tenth is left out");
    }

    @Test
    void asking_again_does_not_show_who_has_joined() {
        people(9, Set.of("SENMAYA"), Set.of("CARE_WORKER"));
        settle();
        Actor company = company(0);
        ScoutAnswer first = ask(company, CARE);
        assertEquals(5, first.atLeast());
        people(1, Set.of("SENMAYA"), Set.of("CARE_WORKER"));
        settle();
        assertEquals(first, ask(company, CARE), "an answer stands");
        assertEquals(5, ask(company, CARE_IN_SENMAYA).atLeast(), "nor by another way to ask");
        later();
        ScoutAnswer again = ask(company, CARE);
        assertNotEquals(first.code(), again.code());
        assertEquals(5, again.atLeast(), "nor when it stands no more");
        people(4, Set.of("SENMAYA"), Set.of("CARE_WORKER"));
        settle();
        later();
        assertEquals(10, ask(company, CARE).atLeast(), "five at once");
    }

    @Test
    void own_accounts_fill_no_group() {
        people(1, Set.of("SENMAYA"), Set.of("IT"));
        people(5, Set.of("SENMAYA"), Set.of("DRIVING"));
        settle();
        List<Actor> own = people(4, Set.of("SENMAYA"), Set.of("IT"));
        ScoutConditions one = new ScoutConditions(NONE, NONE, Set.of("IT"));
        Actor company = company(0);
        assertEquals("scout.error.offered", refused(company, one), "not on the day they come");
        world.amend(
                "update scout_said set since = cast(now() at time zone 'Asia/Tokyo' as date) - 13 where since > cast(now() at time zone 'Asia/Tokyo' as date) - 13");
        assertEquals("scout.error.offered", refused(company, one), "nor two weeks later");
        own.forEach(each -> currentActor.as(each, () -> {
            scout.turnOff();
            return null;
        }));
        people(4, ALL_AREAS, Set.of("IT"));
        settle();
        assertEquals("scout.error.offered", refused(company, one), "nor ever with accounts that say everything");
    }

    @Test
    void aliases_lead_from_no_search_to_another() {
        List<Actor> people = people(5, Set.of("SENMAYA"), Set.of("CARE_WORKER"));
        settle();
        Actor company = company(0);
        Actor other = company(1);
        String posting = currentActor.as(company, scout::postings).get(0).code();
        ScoutAnswer one = ask(company, CARE);
        ScoutAnswer two = ask(company, new ScoutConditions(Set.of("SENMAYA"), NONE, NONE));
        ScoutAnswer theirs = ask(other, CARE);
        Set<String> letters = new HashSet<>();
        List.of(one, two, theirs)
                .forEach(each -> each.candidates().forEach(candidate -> letters.add(candidate.alias())));
        assertEquals(15, letters.size(), "five people, three answers");
        assertThrows(NotFoundException.class, () -> currentActor.as(other, () -> searches.found(one.code())));
        String foreign = theirs.candidates().get(0).alias();
        assertEquals("scout.error.gone", refusal(() -> invite(company, foreign, posting)));

        invite(company, one.candidates().get(0).alias(), posting);
        assertEquals(1, again(company, one).stream().filter(Candidate::invited).count());
        assertTrue(again(company, two).stream().noneMatch(Candidate::invited), "the mark would tell who it is");
        two.candidates().forEach(each -> invite(company, each.alias(), posting));
        assertEquals(
                6,
                currentActor.as(company, scout::sent).stream()
                        .filter(each -> each.state().equals("SENT"))
                        .count());
        people.forEach(
                each -> assertEquals(1, currentActor.as(each, scout::received).size(), "nobody is written to twice"));
        assertEquals(4, currentActor.as(company, scout::left));
    }

    @Test
    void two_companies_that_become_one_have_asked_both() {
        people(9, Set.of("SENMAYA"), Set.of("CARE_WORKER"));
        people(1, Set.of("DAITO"), Set.of("CARE_WORKER"));
        people(5, Set.of("DAITO"), Set.of("DRIVING"));
        settle();
        Actor from = company(0);
        Actor into = company(1);
        assertEquals(5, ask(from, CARE_IN_SENMAYA).atLeast());
        assertEquals(10, ask(into, CARE).atLeast());
        assertEquals(
                5, ask(into, new ScoutConditions(Set.of("DAITO"), NONE, NONE)).atLeast());
        currentActor.as(World.STAFF, () -> {
            companies.merge(codeOf(from), codeOf(into), "一つの会社");
            return null;
        });
        assertEquals(7, currentActor.as(into, searches::left), "three searches are asked, of both");
        ScoutConditions anyArea = new ScoutConditions(Set.of("SENMAYA", "DAITO"), NONE, Set.of("CARE_WORKER"));
        assertEquals(5, ask(into, anyArea).atLeast(), "nine and not the tenth");
        assertEquals(
                5,
                ask(into, new ScoutConditions(Set.of("DAITO"), NONE, Set.of("DRIVING")))
                        .atLeast());
    }

    private String codeOf(Actor company) {
        return world.text(
                "select c.code from company c join company_member m on m.company_id = c.id where m.account_id = "
                        + company.accountId());
    }

    @Test
    void the_limit_of_searches_holds_for_those_who_ask_at_once() throws Exception {
        people(6, ALL_AREAS.stream().limit(6).collect(Collectors.toSet()), Set.of("CARE_WORKER"));
        settle();
        Actor company = company(0);
        List<String> areas = currentActor.as(company, searches::offered).areas().stream()
                .sorted()
                .toList();
        assertEquals(6, areas.size());
        List<ScoutConditions> questions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = i; j < 6; j++) {
                questions.add(new ScoutConditions(
                        Set.copyOf(new HashSet<>(List.of(areas.get(i), areas.get(j)))), NONE, NONE));
            }
        }
        // No barrier for all seven: a busy server may have fewer threads to lend at once, and each waits for the others
        // then.
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            List<ScoutConditions> mine = questions.subList(3 * i, 3 * i + 3);
            tries.add(world.executor().submit(() -> {
                start.await();
                int answered = 0;
                for (ScoutConditions each : mine) {
                    try {
                        ask(company, each);
                        answered++;
                    } catch (DomainException over) {
                        assertEquals("scout.error.searches", over.key());
                    }
                }
                return answered;
            }));
        }
        start.countDown();
        int answered = 0;
        for (Future<Integer> each : tries) {
            answered += each.get(60, TimeUnit.SECONDS);
        }
        assertEquals(10, answered, "of twenty-one");
        assertEquals(0, currentActor.as(company, searches::left));
        assertFalse(currentActor.as(company, searches::recent).isEmpty(), "what was answered can still be read");
    }

    private List<Actor> people(int many, Set<String> areas, Set<String> licences) {
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Actor person = world.seeker("探される 人" + number++);
            currentActor.as(person, () -> {
                profiles.about(LocalDate.now(clock.withZone(FiscalYear.ZONE)).minusYears(25), Stage.SEEKING);
                profiles.wish(Map.of(Wish.AREA, areas, Wish.LICENCE, licences));
                scout.turnOn();
                return null;
            });
            people.add(person);
        }
        return people;
    }

    /** Somebody who acts for a company with an open posting that has asked nothing so far. */
    private Actor company(int which) {
        Actor person = world.seeker("会社の 人");
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) select nextval('tsunagu_seq'),"
                        + " (select distinct company_id from posting where ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on > cast(now() at time zone 'Asia/Tokyo' as date)"
                        + " and company_id not in (select company_id from scout_search) order by company_id offset "
                        + which + " limit 1), "
                        + person.accountId() + ", 'OWNER', now(), 0");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY));
    }

    private void settle() {
        world.amend("update scout_said set since = since - 30");
    }

    /** Answers given so far stand no more. */
    private void later() {
        world.amend("update scout_search set searched_at = searched_at - interval '8 days'");
    }

    private ScoutAnswer ask(Actor company, ScoutConditions conditions) {
        return currentActor.as(
                company, () -> searches.found(searches.search(conditions)).orElseThrow());
    }

    private List<Candidate> again(Actor company, ScoutAnswer found) {
        return currentActor.as(
                company, () -> searches.found(found.code()).orElseThrow().candidates());
    }

    private void invite(Actor company, String alias, String posting) {
        currentActor.as(company, () -> {
            scout.invite(alias, posting, "お誘いします");
            return null;
        });
    }

    private String refused(Actor company, ScoutConditions conditions) {
        return refusal(() -> ask(company, conditions));
    }

    private static String refusal(Runnable act) {
        return assertThrows(DomainException.class, act::run).key();
    }
}
