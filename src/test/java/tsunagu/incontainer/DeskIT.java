package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.registration.Channel;
import tsunagu.registration.Companions;
import tsunagu.registration.DeskEntry;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.registration.RegistrationDetail;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;

/** Staff work with one registration: by the rules of everybody, and beyond them only with a reason that stays. */
@ArquillianTest
class DeskIT {

    @Inject
    private World world;

    @Inject
    private RegistrationDeskService desk;

    @Inject
    private RegistrationService registrations;

    @Inject
    private EventService events;

    @Inject
    private CurrentActor currentActor;

    private final List<ManagedEvent> made = new ArrayList<>();

    /** After whatever a test did: the counter is what the rows say, and what is beyond the capacity was given by staff. */
    @AfterEach
    void seats_are_what_the_rows_say() {
        String own = made.stream().map(each -> String.valueOf(each.id())).collect(Collectors.joining(", "));
        assertEquals(
                0,
                world.number(
                        """
                select count(*) from (
                    select s.id from event_session s
                    left join registration r on r.session_id = s.id and r.state in ('CONFIRMED', 'OFFERED')
                    where s.event_id in (%s)
                    group by s.id
                    having s.taken <> coalesce(sum(1 + r.companions), 0)
                        or s.beyond < greatest(0, s.taken - s.capacity)) as wrong
                """
                                .formatted(own)));
    }

    /** Only its own are looked at: other classes write into sessions what no service would. */
    private ManagedEvent made(ManagedEvent event) {
        made.add(event);
        return event;
    }

    @Test
    void somebody_who_telephones_has_a_seat_and_a_number() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 5));
        String code = enter(event, 0, entry("電話 花子", "", "").apply("足が不自由"), request(2));
        assertEquals(3, taken(event, 0));
        RegistrationDetail detail = detail(event, 0, code);
        assertEquals("CONFIRMED", detail.row().state());
        assertEquals(Channel.TELEPHONE, detail.channel());
        assertEquals("足が不自由", detail.notes().get(0).words());
        assertTrue(!detail.reachable());
        assertEquals("event.error.noAddress", key(() -> desk.resend(session(event, 0), code)));
        assertEquals(0, written("true", code.substring(0, 4) + "-" + code.substring(4)));
        String other = enter(
                event,
                0,
                entry("窓口 太郎", "taro" + Secrets.name(6) + "@example.jp", "").apply(""),
                request(0));
        assertEquals(1, written("subject like '%申込みを受け付けました%'", other.substring(0, 4) + "-" + other.substring(4)));
        staff(() -> desk.resend(session(event, 0), other));
        staff(() -> desk.resend(session(event, 0), other));
        assertEquals(2, written("subject like '%あなたのチケット%'", other.substring(0, 4) + "-" + other.substring(4)));
    }

    @Test
    void the_address_of_somebody_registered_is_said_to_staff() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 5));
        String email = "twice" + Secrets.name(6) + "@example.jp";
        enter(event, 0, entry("一度 目", email, "").apply(""), request(0));
        assertEquals(
                "event.error.addressRegistered",
                key(() -> desk.enter(session(event, 0), entry("二度 目", email, "").apply(""), request(0))));
        assertEquals(1, taken(event, 0));
    }

    /** Full: refused with numbers, or into the line, or beyond the limit with a reason; the extra seat is the first to go. */
    @Test
    void a_seat_beyond_the_limit_needs_a_reason_and_is_not_given_again() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 2));
        String first = enter(event, 0, entry("一 人目", "", "").apply(""), request(1));
        assertEquals(
                "event.error.full",
                key(() -> desk.enter(session(event, 0), entry("二 人目", "", "").apply(""), request(0))));
        String waits =
                enter(event, 0, entry("待つ 人", "", "").apply(""), request(0).orLine());
        String beyond = enter(event, 0, entry("議員 さん", "", "講師の付き添い").apply(""), request(1));
        assertEquals("WAITING", detail(event, 0, waits).row().state());
        assertEquals("講師の付き添い", detail(event, 0, beyond).row().beyondWhy());
        assertEquals(4, taken(event, 0));
        assertEquals(2, world.number("select beyond from event_session where id = ?1", session(event, 0)));
        assertTrue(detail(event, 0, beyond).history().get(0).reason().contains("講師の付き添い"), "it is in the trail");

        // The event's form is saved with what it said before: seats beyond the capacity do not stop it, fewer than it
        // had do.
        save(event, 2);
        assertEquals("event.error.capacityBelowTaken", key(() -> save(event, 1)));

        // Two seats are given back: they were beyond the capacity, so nobody in the line gets one of them.
        staff(() -> desk.cancel(
                session(event, 0), first, detail(event, 0, first).row().version(), "熱が出た"));
        assertEquals("WAITING", detail(event, 0, waits).row().state());
        assertEquals(2, taken(event, 0));
        assertEquals(0, world.number("select beyond from event_session where id = ?1", session(event, 0)));
        assertEquals("熱が出た", detail(event, 0, first).history().get(0).reason());
        staff(() -> desk.cancel(
                session(event, 0), beyond, detail(event, 0, beyond).row().version(), ""));
        assertEquals("OFFERED", detail(event, 0, waits).row().state());
    }

    @Test
    void staff_change_role_companions_and_address() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 4));
        world.amend("insert into session_limit values (" + session(event, 0) + ", 'GUARDIAN', 1)");
        String code = enter(event, 0, entry("変わる 人", "", "").apply(""), request(1));
        int version = detail(event, 0, code).row().version();
        SeatRequest guardians =
                SeatRequest.as(AttendanceRole.GUARDIAN).with(new Companions(1, AttendanceRole.GUARDIAN));
        assertEquals(
                "event.error.more.fewSeatsOfRole",
                key(() -> desk.change(session(event, 0), code, version, guardians, "", "")));
        SeatRequest pupils = SeatRequest.as(AttendanceRole.GUARDIAN).with(new Companions(3, AttendanceRole.PUPIL));
        String email = "changed" + Secrets.name(6) + "@example.jp";
        staff(() -> desk.change(session(event, 0), code, version, pupils, email, ""));
        assertEquals(4, taken(event, 0));
        assertEquals(1, world.number("select count(*) from mail_outbox where recipient_key = testing.mark(?1)", email));
        assertThrows(
                ConflictException.class,
                () -> staff(() -> desk.change(session(event, 0), code, version, pupils, email, "")));
        RegistrationDetail.Change last = detail(event, 0, code).history().get(0);
        assertTrue(
                last.differences().stream()
                        .anyMatch(each -> each.field().equals("role")
                                && each.before().equals("企業の社員")
                                && each.after().equals("保護者")),
                last.toString());
        String more =
                enter(event, 0, entry("多い 人", "", "").apply(""), request(0).orLine());
        SeatRequest five = SeatRequest.as(AttendanceRole.GUARDIAN).with(new Companions(4, AttendanceRole.PUPIL));
        int now = detail(event, 0, code).row().version();
        assertEquals("event.error.more.full", key(() -> desk.change(session(event, 0), code, now, five, null, "")));
        staff(() -> desk.change(session(event, 0), code, now, five, null, "学級の人数を数え違えたため"));
        assertEquals(5, taken(event, 0));
        assertEquals("WAITING", detail(event, 0, more).row().state());
        assertEquals(email, detail(event, 0, code).email(), "null leaves the address alone");
    }

    /** In turn or out of it, within the seats; and who has an offer has their seat at once. */
    @Test
    void staff_give_a_seat_to_somebody_in_the_line() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 2));
        String seated = enter(event, 0, entry("席の ある人", "", "").apply(""), request(0));
        String group =
                enter(event, 0, entry("二人 連れ", "", "").apply(""), request(1).orLine());
        String second =
                enter(event, 0, entry("次の 人", "", "").apply(""), request(0).orLine());
        assertEquals("event.error.full", key(() -> {
            staff(() -> desk.promote(
                    session(event, 0), second, detail(event, 0, second).row().version(), ""));
            desk.promote(session(event, 0), group, detail(event, 0, group).row().version(), "");
        }));
        assertEquals("CONFIRMED", detail(event, 0, second).row().state());
        assertEquals(
                "event.error.nobodyWaits",
                key(() -> desk.promote(
                        session(event, 0),
                        second,
                        detail(event, 0, second).row().version(),
                        "")));
        staff(() -> desk.cancel(
                session(event, 0), seated, detail(event, 0, seated).row().version(), ""));
        staff(() -> desk.cancel(
                session(event, 0), second, detail(event, 0, second).row().version(), ""));
        assertEquals("OFFERED", detail(event, 0, group).row().state());
        staff(() -> desk.promote(
                session(event, 0), group, detail(event, 0, group).row().version(), ""));
        assertEquals("CONFIRMED", detail(event, 0, group).row().state());
        assertEquals(2, taken(event, 0));
    }

    /** Half an hour before the beginning nobody is written to and nobody passes the line: staff give the seat to whoever is first. */
    @Test
    void near_the_beginning_the_line_is_served_by_hand() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 1));
        String seated = enter(event, 0, entry("来られ ない人", "", "").apply(""), request(0));
        String email = "near" + Secrets.name(6) + "@example.jp";
        String waits =
                enter(event, 0, entry("先頭 の人", email, "").apply(""), request(0).orLine());
        // Its day moves with it, as the database holds both together.
        world.amend("update event_session set held_on = d, fiscal_year = extract(year from d - interval '3 months'),"
                + " starts_at = t, ends_at = t + interval '1 second' from (select t, (t at time zone 'Asia/Tokyo')::date as d"
                + " from (select now() + interval '40 minutes' as t) y) x where id = " + session(event, 0));
        staff(() -> desk.cancel(
                session(event, 0), seated, detail(event, 0, seated).row().version(), ""));
        assertEquals("WAITING", detail(event, 0, waits).row().state());
        assertEquals(
                0,
                world.number(
                        "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like '%席があきました%'",
                        email));
        Actor newcomer = world.seeker("追い越す 人");
        assertEquals(
                "event.error.lineFirst",
                assertThrows(
                                DomainException.class,
                                () -> currentActor.as(
                                        newcomer,
                                        () -> registrations.register(
                                                event.event().code(),
                                                session(event, 0),
                                                SeatRequest.as(AttendanceRole.EMPLOYEE))))
                        .key());
        assertEquals(0, taken(event, 0));
        staff(() -> desk.promote(
                session(event, 0), waits, detail(event, 0, waits).row().version(), ""));
        assertEquals("CONFIRMED", detail(event, 0, waits).row().state());
        assertEquals(
                1,
                world.number(
                        "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like '%席を用意しました%'",
                        email));
    }

    /** All or none: five for four seats leave everybody where they were; four go together, and the old session's line moves up. */
    @Test
    void several_are_moved_together_or_not_at_all() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 5, 4));
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.add(enter(event, 0, entry("移る 人" + i, "", "").apply(""), request(0)));
        }
        String waits =
                enter(event, 0, entry("待つ 人", "", "").apply(""), request(0).orLine());
        List<Long> ids = codes.stream()
                .map(each -> detail(event, 0, each).row().registration())
                .toList();
        DomainException few = assertThrows(
                DomainException.class, () -> staff(() -> desk.move(session(event, 0), move(ids, event, 1, ""))));
        assertEquals("event.error.tooMany", few.key());
        assertEquals(List.of(4, 5), few.arguments());
        assertEquals(5, taken(event, 0));
        assertEquals(0, taken(event, 1));
        staff(() -> desk.move(session(event, 0), move(ids.subList(0, 4), event, 1, "")));
        assertEquals(4, taken(event, 1));
        assertEquals("OFFERED", detail(event, 0, waits).row().state());
        assertEquals(2, taken(event, 0));
        long last = ids.get(4);
        assertEquals("event.error.full", key(() -> desk.move(session(event, 0), move(List.of(last), event, 1, ""))));
        staff(() -> desk.move(session(event, 0), move(List.of(last), event, 1, "会場の都合")));
        assertEquals(5, taken(event, 1));
        assertEquals(1, world.number("select beyond from event_session where id = ?1", session(event, 1)));
        ManagedEvent elsewhere = made(world.event(null, EventType.SEMINAR, 10));
        long moved = detail(event, 0, waits).row().registration();
        assertThrows(
                RuntimeException.class,
                () -> staff(() -> desk.move(session(event, 0), move(List.of(moved), elsewhere, 0, ""))));
        // Who waits gets a seat where one is left, here after somebody left it.
        assertEquals("OFFERED", detail(event, 0, waits).row().state());
    }

    /** Notes and labels are found in the list, are no part of the trail, and go with the person. */
    @Test
    void notes_and_labels_are_kept_and_forgotten() {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 5));
        Actor person = world.seeker("覚え書き の人");
        currentActor.as(
                person,
                () -> registrations.register(
                        event.event().code(), session(event, 0), SeatRequest.as(AttendanceRole.EMPLOYEE)));
        String code = world.text("select short_code from registration where session_id = " + session(event, 0));
        staff(() -> desk.note(session(event, 0), code, "車いすで来る"));
        staff(() -> desk.tag(session(event, 0), code, "招待、 取材,招待"));
        assertEquals(List.of("取材", "招待"), detail(event, 0, code).row().tags());
        assertEquals("event.error.note", key(() -> desk.note(session(event, 0), code, " ")));
        assertEquals("event.error.tags", key(() -> desk.tag(session(event, 0), code, "長".repeat(31))));
        assertEquals(0, world.number("select count(*) from audit_entry where cast(after as text) like '%車いすで来る%'"));
        long note = detail(event, 0, code).notes().get(0).note();
        staff(() -> desk.removeNote(session(event, 0), code, note));
        assertEquals(List.of(), detail(event, 0, code).notes());
        assertThrows(RuntimeException.class, () -> staff(() -> desk.removeNote(session(event, 0), code, note)));
    }

    /** Staff enter, promote, move and cancel while people take seats: nobody waits for ever, and seats are what the rows say. */
    @Test
    void staff_and_people_at_once_lose_no_seat() throws Exception {
        ManagedEvent event = made(world.event(null, EventType.SEMINAR, 8, 8));
        List<Callable<?>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String mark = " " + i;
            String there = enter(event, 0, entry("動く 人" + mark, "", "").apply(""), request(0));
            String back = enter(event, 1, entry("戻る 人" + mark, "", "").apply(""), request(0));
            acts.add(() -> staff(() -> desk.move(
                    session(event, 0),
                    move(List.of(detail(event, 0, there).row().registration()), event, 1, ""))));
            acts.add(() -> staff(() -> desk.move(
                    session(event, 1), move(List.of(detail(event, 1, back).row().registration()), event, 0, ""))));
            acts.add(() -> enter(
                    event,
                    0,
                    entry("電話 の人" + mark, "", i(mark) ? "来賓" : "").apply(""),
                    request(0).orLine()));
            Actor person = world.seeker("自分 で" + mark);
            acts.add(() -> currentActor.as(
                    person,
                    () -> registrations.register(
                            event.event().code(),
                            session(event, 1),
                            SeatRequest.as(AttendanceRole.EMPLOYEE).orLine())));
            acts.add(() -> staff(() -> desk.cancel(
                    session(event, 0), there, detail(event, 0, there).row().version(), "")));
        }
        List<String> failed = together(acts);
        assertEquals(List.of(), failed, "deadlocks, timeouts and errors that are no answer");
        assertTrue(taken(event, 0) + taken(event, 1)
                <= 16 + world.number("select sum(beyond) from event_session where event_id = ?1", event.id()));
    }

    private static boolean i(String mark) {
        return mark.endsWith("3");
    }

    /** @return what was neither done nor refused by a rule */
    private List<String> together(List<Callable<?>> acts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> running = new ArrayList<>();
        for (Callable<?> act : acts) {
            running.add(world.executor().submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                try {
                    act.call();
                    return "";
                } catch (DomainException | tsunagu.shared.NotFoundException refused) {
                    return "";
                } catch (Exception failure) {
                    return failure.toString();
                }
            }));
        }
        start.countDown();
        List<String> failed = new ArrayList<>();
        for (Future<String> each : running) {
            String outcome = each.get(90, TimeUnit.SECONDS);
            if (!outcome.isEmpty()) {
                failed.add(outcome);
            }
        }
        return failed;
    }

    private void save(ManagedEvent event, int seats) {
        ManagedEvent now =
                currentActor.as(World.STAFF, () -> events.event(event.event().code()));
        var session = now.sessions().get(0).session();
        staff(() -> events.change(
                event.event().code(),
                now.version(),
                new EventDraft(
                        now.event().title(),
                        EventType.SEMINAR,
                        null,
                        "",
                        EventDraft.Visit.UNSAID,
                        List.of(new EventDraft.SessionDraft(
                                session.id(),
                                session.title(),
                                session.times().heldOn(),
                                java.time.LocalTime.of(9, 0),
                                java.time.LocalTime.of(10, 0),
                                "place",
                                "",
                                seats,
                                java.util.Set.of(AttendanceRole.EMPLOYEE))))));
    }

    private static java.util.function.Function<String, DeskEntry> entry(String name, String email, String beyondWhy) {
        return note -> new DeskEntry(name, "", email, Channel.TELEPHONE, beyondWhy, note);
    }

    private static SeatRequest request(int companions) {
        return SeatRequest.as(AttendanceRole.EMPLOYEE)
                .with(new Companions(companions, companions == 0 ? null : AttendanceRole.PUPIL));
    }

    private RegistrationDeskService.Move move(List<Long> ids, ManagedEvent event, int session, String why) {
        return new RegistrationDeskService.Move(ids, session(event, session), why);
    }

    private String enter(ManagedEvent event, int session, DeskEntry entry, SeatRequest request) {
        return currentActor.as(World.STAFF, () -> desk.enter(session(event, session), entry, request));
    }

    private RegistrationDetail detail(ManagedEvent event, int session, String code) {
        return currentActor.as(World.STAFF, () -> desk.registration(session(event, session), code));
    }

    private Void staff(Runnable work) {
        return currentActor.as(World.STAFF, () -> {
            work.run();
            return null;
        });
    }

    private String key(Runnable work) {
        return assertThrows(DomainException.class, () -> staff(work)).key();
    }

    private static long session(ManagedEvent event, int number) {
        return event.event().sessions().get(number).id();
    }

    private long taken(ManagedEvent event, int session) {
        return world.number("select taken from event_session where id = ?1", session(event, session));
    }

    /** Letters with this condition that have these words. */
    private long written(String where, String words) {
        return world.letters(where).stream()
                .filter(each -> each.contains(words))
                .count();
    }
}
