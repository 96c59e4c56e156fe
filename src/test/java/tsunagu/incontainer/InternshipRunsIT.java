package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipSheet;
import tsunagu.internship.InternshipSubmissionService;
import tsunagu.participation.HostService;
import tsunagu.participation.InternshipRun;
import tsunagu.participation.ParticipationForm;
import tsunagu.participation.School;
import tsunagu.participation.SessionPlan;
import tsunagu.participation.TakePartService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;

/** A company moves and removes runs of its internships, ends them and copies them. */
@ArquillianTest
class InternshipRunsIT {

    private static final int ROUNDS = 10;

    @Inject
    private InternshipService internships;

    @Inject
    private InternshipSubmissionService submissions;

    @Inject
    private TakePartService participations;

    @Inject
    private HostService host;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Publishing publishing;

    @Inject
    private World world;

    @Test
    void who_waits_or_comes_is_told_when_the_run_moves_and_not_when_only_its_places_change() {
        Publishing.Firm firm = publishing.firm();
        String internship = publishing.internship(firm, "日程が変わる体験", publishing.today());
        Actor person = world.seeker("日程 一郎");
        apply(person, internship, 1);
        InternshipRun run = run(firm, internship, 0);
        plan(firm, internship, new SessionPlan(run.startsOn(), run.endsOn(), "", run.place(), 9));
        assertEquals(0, letters(person));
        String read = seen(internship, 1);
        plan(firm, internship, new SessionPlan(run.startsOn(), run.endsOn(), "10:00〜12:00", run.place(), 9));
        assertEquals(1, letters(person));
        Actor late = world.seeker("日程 五郎");
        assertEquals(
                "participation.error.moved",
                assertThrows(
                                DomainException.class,
                                () -> currentActor.as(late, () -> participations.apply(internship, form(late, read))))
                        .key());
        assertEquals(
                "10:00〜12:00",
                currentActor.as(person, () -> participations.mine()).get(0).hours());
        assertEquals(
                1,
                currentActor
                        .as(firm.member(), () -> host.runs(internship))
                        .sessions()
                        .get(0)
                        .told());
    }

    @Test
    void a_run_that_somebody_applied_for_stays_and_so_does_the_last_one() {
        Publishing.Firm firm = publishing.firm();
        String internship = publishing.internship(firm, "日程をなくす体験", publishing.today());
        InternshipRun only = run(firm, internship, 0);
        assertEquals(
                "participation.error.onlyRun", refused(firm, () -> host.remove(internship, only.id(), only.version())));
        SessionPlan more = new SessionPlan(only.startsOn(), only.endsOn(), "", "第二工場", 3);
        act(firm, () -> host.add(internship, more));
        act(firm, () -> host.add(internship, more));
        apply(world.seeker("日程 二郎"), internship, 2);
        InternshipRun second = run(firm, internship, 1);
        assertEquals(
                "participation.error.applied",
                refused(firm, () -> host.remove(internship, second.id(), second.version())));
        act(
                firm,
                () -> host.remove(
                        internship, only.id(), run(firm, internship, 0).version()));
        // What is added later does not take the number of one that is there.
        act(firm, () -> host.add(internship, more));
        assertEquals(
                List.of(2, 3, 4),
                currentActor.as(firm.member(), () -> host.runs(internship)).sessions().stream()
                        .map(each -> each.run().number())
                        .toList());
    }

    @Test
    void nobody_has_applied_for_a_run_that_is_removed_in_the_same_moment() throws Exception {
        Publishing.Firm firm = publishing.firm();
        String internship = publishing.internship(firm, "同時の体験", publishing.today());
        InternshipRun first = run(firm, internship, 0);
        for (int i = 0; i < ROUNDS; i++) {
            SessionPlan plan = new SessionPlan(first.startsOn(), first.endsOn(), "", "場所" + i, 3);
            act(firm, () -> host.add(internship, plan));
            List<HostService.PlannedRun> all =
                    currentActor.as(firm.member(), () -> host.runs(internship)).sessions();
            InternshipRun fresh = all.get(all.size() - 1).run();
            Actor person = world.seeker("同時 " + i);
            List<String> outcomes = world.together(
                    () -> currentActor.as(firm.member(), () -> {
                        host.remove(internship, fresh.id(), fresh.version());
                        return null;
                    }),
                    () -> currentActor.as(person, () -> participations.apply(internship, form(person, fresh.seen()))));
            assertTrue(
                    List.of("done", "participation.error.moved").equals(outcomes)
                            || List.of("participation.error.applied", "done").equals(outcomes),
                    "round " + i + ": " + outcomes);
        }
    }

    @Test
    void an_ended_one_takes_nobody_more_and_is_copied_without_its_days() {
        Publishing.Firm firm = publishing.firm();
        String internship = publishing.internship(firm, "終わる体験", publishing.today());
        int seen = version(firm);
        assertThrows(
                NotFoundException.class,
                () -> currentActor.as(publishing.firm().member(), () -> {
                    internships.endOwn(internship, seen);
                    return null;
                }));
        assertThrows(ConflictException.class, () -> act(firm, () -> internships.endOwn(internship, seen + 1)));
        act(firm, () -> internships.endOwn(internship, seen));
        assertFalse(internships.target(internship).open());
        assertEquals(
                "participation.error.closed",
                assertThrows(DomainException.class, () -> apply(world.seeker("遅れ 三郎"), internship, 1))
                        .key());
        assertEquals("internship.error.ended", refused(firm, () -> internships.endOwn(internship, version(firm))));
        InternshipSheet copy = currentActor.as(firm.member(), () -> submissions.copyOf(internship));
        assertEquals("終わる体験", copy.text(InternshipSheet.TITLE));
        assertEquals("", copy.text(InternshipSheet.STARTS_ON) + copy.text(InternshipSheet.CLOSES_ON));
        assertEquals(publishing.today().plusDays(1).toString(), copy.text(InternshipSheet.OPENS_ON));
    }

    private int version(Publishing.Firm firm) {
        return currentActor.as(firm.member(), () -> submissions.own()).get(0).version();
    }

    private InternshipRun run(Publishing.Firm firm, String internship, int index) {
        return currentActor
                .as(firm.member(), () -> host.runs(internship))
                .sessions()
                .get(index)
                .run();
    }

    private void plan(Publishing.Firm firm, String internship, SessionPlan plan) {
        InternshipRun seen = run(firm, internship, 0);
        act(firm, () -> host.plan(internship, seen.id(), seen.version(), plan));
    }

    private String apply(Actor person, String internship, int run) {
        return currentActor.as(person, () -> participations.apply(internship, form(person, seen(internship, run))));
    }

    private static ParticipationForm form(Actor person, String run) {
        return new ParticipationForm(
                run, false, School.UNIVERSITY, person.name(), "a@example.jp", "", "学びます", false, true);
    }

    private String seen(String internship, int number) {
        return participations.sessions(internship).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow()
                .seen();
    }

    private String refused(Publishing.Firm firm, Runnable work) {
        return assertThrows(DomainException.class, () -> act(firm, work)).key();
    }

    private void act(Publishing.Firm firm, Runnable work) {
        currentActor.as(firm.member(), () -> {
            work.run();
            return null;
        });
    }

    private long letters(Actor person) {
        return world.number(
                "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like '%日程が変わりました%'",
                world.text("select email from account where id = " + person.accountId()));
    }
}
