package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.job.JobService;
import tsunagu.job.JobState;
import tsunagu.registration.RegistrationReminders;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Job;
import tsunagu.shared.Words;

/** Background work that fails is seen, is done again, and a day on which nothing ran is made up for. */
@ArquillianTest
class JobsIT {

    @Inject
    private JobService jobs;

    @Inject
    @Any
    private Instance<Job> all;

    @Inject
    private RegistrationReminders reminders;

    @Inject
    private RegistrationService registrations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    /** Without one the page of background work is a failure for everybody. */
    @Test
    void every_job_has_a_name_for_staff() {
        for (Job each : all) {
            if (!each.job().equals(FailingJob.NAME)) {
                assertFalse(Words.of("job.name." + each.job(), Locale.JAPANESE).isBlank(), each.job());
            }
        }
    }

    @Test
    void a_job_that_fails_is_shown_and_goes_on() throws Exception {
        FailingJob.FAILS.set(true);
        await(() -> state().filter(each -> each.failures() >= 2).isPresent());
        JobState failing = state().orElseThrow();
        assertTrue(failing.failing());
        assertNotNull(failing.failingSince());
        assertEquals("IllegalArgumentException", failing.failure(), "its kind, and no words");
        FailingJob.FAILS.set(false);
        await(() -> state().filter(each -> !each.failing()).isPresent());
        assertEquals(0, state().orElseThrow().failures());
        assertNotNull(state().orElseThrow().doneAt());
    }

    @Test
    void days_on_which_no_node_was_up_are_told_before_today() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        FailingJob.MISSED.clear();
        FailingJob.RUN.clear();
        // In one statement: a round that came in between would find that the task never ran.
        world.change("with gone as (delete from daily_task_run where task = 'test')"
                + " insert into daily_task_run (task, day, ran_at) values ('test', date '" + today.minusDays(3)
                + "', now())");
        await(() -> !FailingJob.RUN.isEmpty());
        assertEquals(List.of(today.minusDays(2), today.minusDays(1)), List.copyOf(FailingJob.MISSED));
        assertEquals(List.of(today), List.copyOf(FailingJob.RUN));
    }

    /** The node was away yesterday: who comes today is told today, in today's words; who comes tomorrow is told as ever. */
    @Test
    void who_should_have_been_reminded_yesterday_is_reminded_today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5);
        currentActor.as(
                world.seeker("待つ 人"),
                () -> registrations.register(
                        event.event().code(),
                        event.sessions().get(0).session().id(),
                        SeatRequest.as(AttendanceRole.EMPLOYEE)));
        currentActor.as(Actor.system("daily"), () -> {
            reminders.missed(today.minusDays(2), today);
            reminders.missed(today.minusDays(1), today);
            return null;
        });
        assertEquals(
                "1",
                world.text("select cast(count(*) as text) from mail_outbox where subject like '%本日です%"
                        + event.event().title() + "%'"));
        assertEquals(
                "0",
                world.text("select cast(count(*) as text) from mail_outbox where subject like '%明日です%"
                        + event.event().title() + "%'"));
    }

    private Optional<JobState> state() {
        return currentActor.as(World.STAFF, jobs::states).stream()
                .filter(each -> each.job().equals(FailingJob.NAME))
                .findFirst();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 240 && !condition.getAsBoolean(); i++) {
            Thread.sleep(250);
        }
        assertTrue(condition.getAsBoolean(), "not within a minute");
    }
}
