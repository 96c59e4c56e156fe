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
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.privacy.RetentionService;
import tsunagu.scout.ScoutAnswer;
import tsunagu.scout.ScoutConditions;
import tsunagu.scout.ScoutLapse;
import tsunagu.scout.ScoutSearchService;
import tsunagu.scout.ScoutService;
import tsunagu.seeker.OwnDataService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Wish;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;

/** スカウト: off until turned on, adults only, nobody known before they accept, small groups not shown, few invitations. */
@ArquillianTest
class ScoutIT {

    private static final ScoutConditions CARE = new ScoutConditions(Set.of(), Set.of(), Set.of("CARE_WORKER"));
    private static final ScoutConditions SENMAYA = new ScoutConditions(Set.of("SENMAYA"), Set.of(), Set.of());

    @Inject
    private ScoutService scout;

    @Inject
    private ScoutSearchService searches;

    @Inject
    private ScoutLapse lapse;

    @Inject
    private RetentionService retention;

    @Inject
    private ProfileService profiles;

    @Inject
    private OwnDataService data;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    /** Whom other tests have left is found by searches, too. */
    @BeforeEach
    void nobody_yet() {
        world.city();
        world.amend("delete from scout_profile");
    }

    @Test
    void nobody_is_known_before_he_accepts() {
        Actor company = company();
        String posting = currentActor.as(company, scout::postings).get(0).code();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            people.add(adult("スカウト " + i));
        }
        assertEquals(
                "scout.error.conditions",
                refused(company, () -> searches.search(new ScoutConditions(Set.of(), Set.of(), Set.of()))));
        assertEquals(
                "scout.error.offered", refused(company, () -> searches.search(CARE)), "off until somebody turns it on");
        people.subList(0, 4).forEach(each -> act(each, scout::turnOn));
        settle();
        assertEquals(
                "scout.error.offered",
                refused(company, () -> searches.search(CARE)),
                "four are too few to be asked for");

        Actor pupil = world.seeker("スカウト 高校生");
        act(pupil, () -> {
            profiles.about(today().minusYears(18).minusMonths(2), Stage.HIGH_SCHOOL);
            profiles.wish(Map.of(Wish.LICENCE, Set.of("CARE_WORKER")));
        });
        assertEquals("scout.error.adult", refused(pupil, scout::turnOn));
        Actor silent = world.seeker("スカウト 年齢を言わない");
        act(silent, () -> profiles.wish(Map.of(Wish.LICENCE, Set.of("CARE_WORKER"))));
        assertEquals("scout.error.adult", refused(silent, scout::turnOn));

        people.subList(4, 13).forEach(each -> act(each, scout::turnOn));
        assertEquals(
                "scout.error.offered",
                refused(company, () -> searches.search(CARE)),
                "what was said today fills no group");
        settle();
        ScoutAnswer found = search(company, CARE);
        assertEquals(10, found.atLeast());
        assertEquals(10, found.candidates().size());
        assertFalse(found.toString().contains("スカウト"), "no name");
        assertEquals(found, search(company, CARE), "asked again it is the same answer");
        String conditions = world.text("select conditions from scout_search order by id desc limit 1");
        assertTrue(conditions.contains("CARE_WORKER"), "what was looked for is kept");

        found.candidates().forEach(each -> act(company, () -> scout.invite(each.alias(), posting, "ご経験を見てお誘いします")));
        ScoutAnswer other10 = search(company, SENMAYA);
        assertEquals(
                "scout.error.limit",
                refused(company, () -> scout.invite(other10.candidates().get(0).alias(), posting, "もう一通")));

        Actor accepting = people.stream()
                .filter(each -> !currentActor.as(each, scout::received).isEmpty())
                .findFirst()
                .orElseThrow();
        String name = accepting.name();
        assertFalse(currentActor.as(company, scout::sent).toString().contains(name));
        String code = currentActor.as(accepting, scout::received).get(0).code();
        Actor other = people.stream()
                .filter(each -> each != accepting
                        && !currentActor.as(each, scout::received).isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals("scout.error.over", refused(other, () -> scout.answer(code, true)), "somebody else's invitation");
        act(accepting, () -> scout.answer(code, true));
        assertEquals("scout.error.over", refused(accepting, () -> scout.answer(code, false)));
        assertTrue(currentActor.as(company, scout::sent).toString().contains(name));
        assertEquals(1, currentActor.as(accepting, data::shared).size());

        String declined = currentActor.as(other, scout::received).get(0).code();
        act(other, () -> scout.answer(declined, false));
        assertFalse(currentActor.as(company, scout::sent).toString().contains(other.name()));

        // Another class may have sent one for the same company.
        long waiting = sent(company, "SENT");
        long over = sent(company, "LAPSED");
        assertTrue(waiting >= 8, "ten, less the one that was accepted and the one that was declined: " + waiting);
        world.amend("update scout_invitation set lapses_at = now() - interval '2 days' where state = 'SENT'");
        currentActor.as(Actor.system("test"), () -> {
            lapse.run(today());
            return null;
        });
        assertEquals(0, sent(company, "SENT"));
        assertEquals(over + waiting, sent(company, "LAPSED"));

        world.amend("update scout_search set searched_at = searched_at - interval '8 days'");
        world.amend("update scout_invitation set sent_at = sent_at - interval '31 days'");
        assertTrue(
                search(company, CARE).few(),
                "whom it invited a month ago it is not shown again, and three are too few");
    }

    private long sent(Actor company, String state) {
        return currentActor.as(company, scout::sent).stream()
                .filter(each -> each.state().equals(state))
                .count();
    }

    /** What the company sees does not depend on it. */
    @Test
    void an_invitation_reaches_only_who_still_wants_to_be_found() {
        Actor company = company();
        String posting = currentActor.as(company, scout::postings).get(0).code();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Actor person = adult("誘われる " + i);
            act(person, scout::turnOn);
            people.add(person);
        }
        settle();
        ScoutAnswer found = search(company, CARE);
        assertEquals(5, found.candidates().size());
        act(people.get(0), scout::turnOff);
        act(people.get(1), () -> profiles.about(today().minusYears(25), Stage.HIGH_SCHOOL));
        act(people.get(2), () -> profiles.wish(Map.of(Wish.LICENCE, Set.of("DRIVING"))));
        found.candidates().forEach(each -> act(company, () -> scout.invite(each.alias(), posting, "お誘いします")));
        for (int i = 0; i < 3; i++) {
            assertTrue(currentActor.as(people.get(i), scout::received).isEmpty(), "not any more: " + i);
        }
        long reached = people.stream()
                .filter(each -> !currentActor.as(each, scout::received).isEmpty())
                .count();
        assertEquals(
                reached,
                world.number(
                        "select count(*) from scout_invitation i join company_member m on m.company_id = i.company_id"
                                + " where i.reached and m.account_id = " + company.accountId()));
        assertTrue(reached >= 2 && reached <= 3, "everybody shown who still fits");
        assertTrue(currentActor.as(company, scout::sent).stream()
                .allMatch(each -> each.state().equals("SENT")));
        String alias = found.candidates().get(0).alias();
        assertEquals("scout.error.asked", refused(company, () -> scout.invite(alias, posting, "もう一度")));
        world.amend("update scout_search set searched_at = searched_at - interval '8 days'");
        assertEquals("scout.error.gone", refused(company, () -> scout.invite(alias, posting, "もう一度")));
        assertTrue(currentActor.as(company, () -> searches.found(found.code())).isEmpty());
        currentActor.as(Actor.system("test"), () -> {
            lapse.run(today());
            retention.run(today());
            return null;
        });
        assertEquals(
                0,
                world.number("select count(*) from scout_shown where alias = '" + alias + "'"),
                "who it was is forgotten");
    }

    private Actor adult(String name) {
        Actor person = world.seeker(name);
        act(person, () -> {
            profiles.about(today().minusYears(25), Stage.SEEKING);
            profiles.wish(Map.of(Wish.AREA, Set.of("SENMAYA"), Wish.LICENCE, Set.of("CARE_WORKER")));
        });
        return person;
    }

    /** Somebody who acts for a company with an open posting that has asked nothing so far. */
    private Actor company() {
        Actor person = world.seeker("会社の 人");
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) select nextval('tsunagu_seq'),"
                        + " (select company_id from posting where ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on > cast(now() at time zone 'Asia/Tokyo' as date)"
                        + " and company_id not in (select company_id from scout_search) order by id limit 1), "
                        + person.accountId() + ", 'OWNER', now(), 0");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY));
    }

    /** As if everything had been said long ago. */
    private void settle() {
        world.amend("update scout_said set since = since - 30");
    }

    private ScoutAnswer search(Actor company, ScoutConditions conditions) {
        return currentActor.as(
                company, () -> searches.found(searches.search(conditions)).orElseThrow());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(FiscalYear.ZONE));
    }

    private void act(Actor actor, Runnable act) {
        currentActor.as(actor, () -> {
            act.run();
            return null;
        });
    }

    private String refused(Actor actor, Runnable act) {
        return assertThrows(DomainException.class, () -> act(actor, act)).key();
    }
}
