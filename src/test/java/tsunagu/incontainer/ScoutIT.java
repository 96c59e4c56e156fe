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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import tsunagu.scout.Candidate;
import tsunagu.scout.Conditions;
import tsunagu.scout.ScoutLapse;
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

/** スカウト: off until turned on, adults only, nobody known before he accepts, small groups not shown, few invitations. */
@ArquillianTest
class ScoutIT {

    private static final Conditions CARE = new Conditions(Set.of(), Set.of(), Set.of("CARE_WORKER"));

    @Deployment
    static WebArchive portal() {
        return Deployed.with(ScoutIT.class, World.class);
    }

    @Inject
    private ScoutService scout;

    @Inject
    private ScoutLapse lapse;

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

    @Test
    void nobody_is_known_before_he_accepts() {
        world.city();
        Actor company = company();
        String posting = currentActor.as(company, scout::postings).get(0).code();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            people.add(adult("スカウト " + i));
        }
        assertEquals("scout.error.conditions", refused(company, () -> scout.search(new Conditions(Set.of(), Set.of(), Set.of()))));
        assertEquals(0, search(company).total(), "off until somebody turns it on");
        people.subList(0, 4).forEach(each -> act(each, scout::turnOn));
        assertTrue(search(company).few(), "four are too few to be shown");
        assertTrue(search(company).candidates().isEmpty());

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
        List<Candidate> found = search(company).candidates();
        assertEquals(13, found.size());
        assertFalse(found.toString().contains("スカウト"), "no name");
        String conditions = world.text("select conditions from scout_search order by id desc limit 1");
        assertTrue(conditions.contains("CARE_WORKER"), "what was looked for is kept");

        for (int i = 0; i < 10; i++) {
            String alias = found.get(i).code();
            act(company, () -> scout.invite(CARE, alias, posting, "ご経験を見てお誘いします"));
        }
        assertEquals("scout.error.limit", refused(company, () -> scout.invite(CARE, found.get(10).code(), posting, "もう一通")));

        Actor accepting = people.stream().filter(each -> !currentActor.as(each, scout::received).isEmpty()).findFirst().orElseThrow();
        String name = accepting.name();
        assertFalse(currentActor.as(company, scout::sent).toString().contains(name));
        String code = currentActor.as(accepting, scout::received).get(0).code();
        Actor other = people.stream().filter(each -> each != accepting && !currentActor.as(each, scout::received).isEmpty()).findFirst().orElseThrow();
        assertEquals("scout.error.over", refused(other, () -> scout.answer(code, true)), "somebody else's invitation");
        act(accepting, () -> scout.answer(code, true));
        assertEquals("scout.error.over", refused(accepting, () -> scout.answer(code, false)));
        assertTrue(currentActor.as(company, scout::sent).toString().contains(name));
        assertEquals(1, currentActor.as(accepting, data::shared).size());

        String declined = currentActor.as(other, scout::received).get(0).code();
        act(other, () -> scout.answer(declined, false));
        assertFalse(currentActor.as(company, scout::sent).toString().contains(other.name()));

        world.amend("update scout_invitation set lapses_at = now() - interval '2 days' where state = 'SENT'");
        currentActor.as(Actor.system("test"), () -> {
            lapse.run(today());
            return null;
        });
        assertEquals(8, currentActor.as(company, scout::sent).stream().filter(each -> each.state().equals("LAPSED")).count());

        // Who says today that he is at high school is found no more.
        act(people.get(0), () -> profiles.about(today().minusYears(25), Stage.HIGH_SCHOOL));
        assertEquals(12, search(company).total());
    }

    private Actor adult(String name) {
        Actor person = world.seeker(name);
        act(person, () -> {
            profiles.about(today().minusYears(25), Stage.SEEKING);
            profiles.wish(Map.of(Wish.AREA, Set.of("SENMAYA"), Wish.LICENCE, Set.of("CARE_WORKER")));
        });
        return person;
    }

    /** Somebody who acts for a company with an open posting. */
    private Actor company() {
        Actor person = world.seeker("会社の 人");
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend("insert into company_member (id, company_id, account_id, role, joined_at, version) select nextval('tsunagu_seq'),"
                + " (select company_id from posting where ended_at is null and opens_on <= current_date and closes_on >= current_date order by id limit 1), "
                + person.accountId() + ", 'OWNER', now(), 0");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY));
    }

    private ScoutService.Result search(Actor company) {
        return currentActor.as(company, () -> scout.search(CARE));
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
