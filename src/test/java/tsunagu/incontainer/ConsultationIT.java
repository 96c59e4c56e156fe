package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.consultation.ConsultationService;
import tsunagu.consultation.DeskService;
import tsunagu.consultation.FreeTime;
import tsunagu.consultation.Timetable;
import tsunagu.plan.Counting;
import tsunagu.plan.DefinitionService;
import tsunagu.plan.Direction;
import tsunagu.plan.FigureRow;
import tsunagu.plan.MeasureDefinition;
import tsunagu.plan.PlanService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;

/** 相談の予約: one time, one person; only what took place is counted. */
@ArquillianTest
class ConsultationIT {

    private static final String OFFICE = "job-cafe";
    private static final String PROGRAMME = "job-cafe";
    private static final String MEASURE = "placed";

    @Inject
    private ConsultationService consultations;

    @Inject
    private DeskService desk;

    @Inject
    private PlanService plan;

    @Inject
    private DefinitionService definitions;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Test
    void of_two_who_want_one_time_one_gets_it() throws Exception {
        FreeTime time = free().get(0);
        int rivals = 8;
        // No barrier for all eight: a busy server may have fewer threads to lend at once, and each waits for the others
        // then.
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < rivals; i++) {
            Actor person = world.seeker("相談 " + i);
            tries.add(world.executor().submit(() -> {
                start.await();
                return currentActor.as(person, () -> {
                    try {
                        consultations.book(time.id(), false);
                        return true;
                    } catch (DomainException taken) {
                        assertEquals("consultation.error.taken", taken.key());
                        return false;
                    }
                });
            }));
        }
        start.countDown();
        int got = 0;
        for (Future<Boolean> each : tries) {
            got += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertEquals(1, got);
        assertTrue(free().stream().noneMatch(each -> each.id() == time.id()));
    }

    @Test
    void a_booking_is_changed_cancelled_and_counted_when_it_took_place() {
        List<FreeTime> free = free();
        Actor person = world.seeker("相談 する人");
        String first =
                currentActor.as(person, () -> consultations.book(free.get(1).id(), true));
        assertEquals(
                "https://meeting.example/",
                currentActor.as(person, () -> consultations.appointment(first)).link());
        assertThrows(
                NotFoundException.class,
                () -> currentActor.as(world.seeker("別の 人"), () -> consultations.appointment(first)));
        assertEquals(
                "consultation.error.overlap", refused(person, () -> consultations.book(other(free.get(1)), false)));

        String second = currentActor.as(
                person, () -> consultations.change(first, free.get(2).id(), false));
        assertEquals(
                "CANCELLED",
                currentActor.as(person, () -> consultations.appointment(first)).state());
        assertEquals(
                1,
                world
                        .letters("o.subject like '%相談の時間を変えました%' and o.recipient_key = (select email_key from account"
                                + " where person_id = " + person.personId() + ")")
                        .stream()
                        .filter(each -> each.contains("前の予約（"))
                        .count(),
                "the letter names the old time");
        assertTrue(free().stream().anyMatch(each -> each.id() == free.get(1).id()), "the old time is free again");
        assertEquals("consultation.error.early", refused(World.STAFF, () -> settle(second, true)));

        definitions();
        FiscalYear year = FiscalYear.of(LocalDate.now(clock.withZone(FiscalYear.ZONE)));
        BigDecimal before = actual(year);
        world.amend(
                "update consultation_time set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hours', fiscal_year = "
                        + year.year() + " where id = " + free.get(2).id());
        currentActor.as(World.STAFF, () -> settle(second, true));
        assertEquals(before.add(BigDecimal.ONE), actual(year));
        assertEquals(
                actual(year),
                currentActor.as(World.STAFF, () -> plan.personRows(PROGRAMME, MEASURE, year)).rows().stream()
                        .map(FigureRow::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        currentActor.as(World.STAFF, () -> settle(second, false));
        assertEquals(before, actual(year), "not there is not counted");
        Actor stranger = new Actor(1L, null, "partner", Set.of(Role.PARTNER));
        assertThrows(NotFoundException.class, () -> currentActor.as(stranger, () -> settle(second, true)));
        assertEquals(
                "web.error.conflict",
                refused(World.STAFF, () -> {
                    desk.settle(second, "BOOKED", true);
                    return null;
                }),
                "it was seen as booked, and is settled by now");
    }

    private Object settle(String code, boolean kept) {
        desk.settle(code, world.text("select state from consultation_booking where code = '" + code + "'"), kept);
        return null;
    }

    private BigDecimal actual(FiscalYear year) {
        BigDecimal actual = currentActor
                .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                .figure()
                .computed();
        return actual == null ? BigDecimal.ZERO : actual;
    }

    private void definitions() {
        currentActor.as(World.STAFF, () -> {
            define(new MeasureDefinition(
                    PROGRAMME,
                    MEASURE,
                    FiscalYear.of(LocalDate.now(clock.withZone(FiscalYear.ZONE))),
                    Counting.CONSULTATIONS_KEPT,
                    true,
                    Set.of(),
                    Set.of(),
                    Direction.HIGHER,
                    null,
                    "test"));
            return null;
        });
    }

    /** A time of another office at the same hour. */
    private long other(FreeTime time) {
        return world.number(
                "select t.id from consultation_time t join consultation_office o on o.id = t.office_id where o.code <> '"
                        + OFFICE
                        + "' and t.starts_at = (select starts_at from consultation_time where id = ?1) and t.withdrawn_at is null",
                time.id());
    }

    @Test
    void times_that_an_office_has_already_are_left_out_and_said() {
        String office = "overlap" + System.nanoTime();
        world.amend(
                "insert into consultation_office (id, code, name, position, version) values (nextval('tsunagu_seq'), '"
                        + office + "', '" + office + "', 98, 0)");
        DeskService.Opened first = opened(office, 10, 12);
        assertEquals(0, first.overlapping());
        DeskService.Opened second = opened(office, 11, 13);
        assertEquals(first.times(), 2 * second.times());
        assertEquals(second.times(), second.overlapping());
        assertEquals("consultation.error.allOverlap", refused(World.STAFF, () -> opened(office, 10, 13)));
    }

    private DeskService.Opened opened(String office, int from, int until) {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        return currentActor.as(
                World.STAFF,
                () -> desk.open(
                        office,
                        new Timetable(
                                today.plusDays(1),
                                today.plusDays(10),
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.of(from, 0),
                                LocalTime.of(until, 0),
                                30,
                                "")));
    }

    private List<FreeTime> free() {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        if (consultations.free(OFFICE).isEmpty()) {
            for (String office : List.of(OFFICE, "uij")) {
                currentActor.as(
                        World.STAFF,
                        () -> desk.open(
                                office,
                                new Timetable(
                                        today.plusDays(1),
                                        today.plusDays(20),
                                        EnumSet.allOf(DayOfWeek.class),
                                        LocalTime.of(10, 0),
                                        LocalTime.of(16, 30),
                                        50,
                                        "https://meeting.example/")));
            }
        }
        return consultations.free(OFFICE);
    }

    private String refused(Actor actor, java.util.function.Supplier<?> act) {
        return assertThrows(DomainException.class, () -> currentActor.as(actor, act::get))
                .key();
    }

    private void define(MeasureDefinition definition) {
        definitions.define(definitions.stamp(definition.programmeId(), definition.measure()), definition);
    }
}
