package tsunagu.incontainer;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.CheckInRecord;
import tsunagu.attendance.DoorInboxService;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorReportService;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReportService;
import tsunagu.attendance.ScanOutcome;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.event.SessionView;
import tsunagu.incontainer.SeatModel.Seat;
import tsunagu.incontainer.SeatModel.State;
import tsunagu.registration.Channel;
import tsunagu.registration.Companions;
import tsunagu.registration.DeskEntry;
import tsunagu.registration.IntakeService;
import tsunagu.registration.OfferRule;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.registration.Roster;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/**
 * People and staff do with an event's seats whatever they can, in any order, and after each act the portal is what {@link SeatModel}
 * says: who has a seat, who waits, who is in, and every number that is the sum of others.
 *
 * <p>Each run walks other ways. They hang on one number, the seed, which is printed: {@code -Dseats.seed=} walks the same again,
 * {@code -Dseats.steps=} walks farther.
 */
@ArquillianTest
class SeatWalkIT extends Seats {

    /** Of one walk: short enough to be read when it fails. */
    private static final int STEPS = 50;

    private static final int PEOPLE = 12;
    private static final List<AttendanceRole> ROLES =
            List.of(AttendanceRole.PUPIL, AttendanceRole.GUARDIAN, AttendanceRole.GENERAL);
    private static final String WHY = "会場に立ち見の場所がある";

    @Inject
    private RegistrationDeskService desk;

    @Inject
    private DoorInboxService inbox;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private DoorReportService reports;

    @Inject
    private EventReportService told;

    @Inject
    private IntakeService intake;

    @Inject
    private Clock clock;

    /** What chance said for one act; what it does not need it does not look at. */
    private record Draw(
            int pick,
            int other,
            int room,
            AttendanceRole role,
            int companions,
            AttendanceRole companionRole,
            boolean line,
            boolean beyond) {

        Map<AttendanceRole, Integer> need() {
            return SeatModel.need(role, companions, companionRole);
        }

        Companions with() {
            return new Companions(companions, companions == 0 ? null : companionRole);
        }

        SeatRequest request() {
            SeatRequest alone = SeatRequest.as(role).with(with());
            return line ? alone.orLine() : alone;
        }

        String why() {
            return beyond ? WHY : "";
        }

        <T> T of(List<T> several) {
            return several.get(pick % several.size());
        }
    }

    /** A walk: the sessions in the portal, and what they are by the model. */
    private final class Walk {

        final ManagedEvent event;
        final List<Long> sessions;
        final List<Actor> people;
        final Actor atTheDoor;
        final List<String> phone = new ArrayList<>();
        final List<List<String>> walkIns = List.of(new ArrayList<>(), new ArrayList<>());
        final SeatModel model = new SeatModel();

        /** @param kind limits and seats: a full hall, kinds with limits, no limit at all */
        Walk(int kind, List<Actor> people) {
            this.people = people;
            this.atTheDoor = new Actor(people.get(0).accountId(), null, "door", Set.of(Role.DOOR));
            Integer first = kind % 4 == 3 ? null : 4 + kind % 5;
            event = world.today(null, EventType.SEMINAR, first, 6);
            sessions =
                    event.sessions().stream().map(each -> each.session().id()).toList();
            Map<AttendanceRole, Integer> limits =
                    kind % 2 == 0 ? Map.of() : Map.of(AttendanceRole.PUPIL, 2 + kind % 3, AttendanceRole.GUARDIAN, 2);
            limits.forEach((role, many) -> world.amend(
                    "insert into session_limit values (" + sessions.get(0) + ", '" + role + "', " + many + ")"));
            model.rooms.add(new SeatModel.Room(first, limits));
            model.rooms.add(new SeatModel.Room(6, Map.of()));
            sessions.forEach(
                    each -> phone.add(currentActor.as(atTheDoor, () -> phones.open(each, Secrets.token(), "歩く電話")
                            .orElseThrow()
                            .secret())));
        }

        void register(Draw draw) {
            Actor actor = draw.of(people);
            int room = draw.room();
            if (model.registered(room, actor.personId())) {
                Seat before = model.seats.stream()
                        .filter(each -> each.room == room && each.person == actor.personId() && each.live())
                        .findFirst()
                        .orElseThrow();
                assertEquals(before.token, currentActor.as(actor, () -> asks(room, draw)), "the same ticket");
                return;
            }
            boolean refused = model.refuses(room, SeatModel.NOTHING, draw.need(), false);
            if (refused && (!draw.line() || model.never(room, draw.need()))) {
                refused(() -> currentActor.as(actor, () -> asks(room, draw)));
                return;
            }
            String token = currentActor.as(actor, () -> asks(room, draw));
            add(token, actor.personId(), room, refused ? State.WAITING : State.CONFIRMED, draw);
        }

        private String asks(int room, Draw draw) {
            return registrations.register(event.event().code(), sessions.get(room), draw.request());
        }

        private Seat add(String token, long person, int room, State state, Draw draw) {
            String code = world.text("select short_code from registration where ticket_token = '" + token + "'");
            Seat seat =
                    new Seat(token, code, person, room, state).of(draw.role(), draw.companions(), draw.companionRole());
            model.seats.add(seat);
            return seat;
        }

        void change(Draw draw) {
            Seat seat = draw.of(model.seats);
            Map<AttendanceRole, Integer> after = SeatModel.need(seat.role, draw.companions(), draw.companionRole());
            act(
                    !seat.live()
                            || (seat.seated()
                                    ? model.refuses(seat.room, seat.need(), after, false)
                                    : model.never(seat.room, after)),
                    () -> as(
                            holder(seat),
                            () -> tickets.change(
                                    seat.token, SeatRequest.as(seat.role).with(draw.with()))),
                    () -> seat.of(seat.role, draw.companions(), draw.companionRole()),
                    seat.room);
        }

        void cancel(Draw draw) {
            Seat seat = draw.of(model.seats);
            act(
                    !seat.live() || model.present.get(seat.room).contains(seat.person),
                    () -> as(holder(seat), () -> tickets.cancel(seat.token)),
                    () -> seat.state = State.CANCELLED,
                    seat.room);
        }

        void accept(Draw draw) {
            Seat seat = likely(draw, State.OFFERED);
            act(
                    seat.state != State.OFFERED,
                    () -> as(holder(seat), () -> tickets.accept(seat.token)),
                    () -> seat.state = State.CONFIRMED,
                    seat.room);
        }

        void lapse(Draw draw) {
            Seat seat = likely(draw, State.OFFERED);
            if (seat.state != State.OFFERED) {
                return;
            }
            world.amend("update registration set offer_until = now() - interval '1 minute' where ticket_token = '"
                    + seat.token + "'");
            currentActor.as(Actor.system("offers"), () -> {
                tickets.lapse(world.number("select id from registration where ticket_token = ?1", seat.token));
                return null;
            });
            seat.state = State.LAPSED;
            model.settle(seat.room);
        }

        void enter(Draw draw) {
            int room = draw.room();
            boolean none = model.refuses(room, SeatModel.NOTHING, draw.need(), false);
            boolean line = none && !draw.beyond() && draw.line();
            DeskEntry entry = new DeskEntry("電話 の人", "", "", Channel.TELEPHONE, draw.why(), "");
            if (none && !draw.beyond() && (!line || model.never(room, draw.need()))) {
                refused(() ->
                        currentActor.as(World.STAFF, () -> desk.enter(sessions.get(room), entry, draw.request())));
                return;
            }
            String code = currentActor.as(World.STAFF, () -> desk.enter(sessions.get(room), entry, draw.request()));
            String token = world.text("select ticket_token from registration where session_id = " + sessions.get(room)
                    + " and short_code = '" + code + "'");
            long person = world.number("select person_id from registration where ticket_token = ?1", token);
            add(token, person, room, line ? State.WAITING : State.CONFIRMED, draw).beyond = none && draw.beyond();
        }

        void deskChange(Draw draw) {
            Seat seat = draw.of(model.seats);
            boolean none = seat.seated() && model.refuses(seat.room, seat.need(), draw.need(), false);
            act(
                    gone(seat)
                            || none && !draw.beyond()
                            || seat.state == State.WAITING && model.never(seat.room, draw.need()),
                    () -> as(
                            World.STAFF,
                            () -> desk.change(
                                    sessions.get(seat.room),
                                    seat.code,
                                    version(seat),
                                    draw.request(),
                                    null,
                                    draw.why())),
                    () -> seat.of(draw.role(), draw.companions(), draw.companionRole()).beyond |= none,
                    seat.room);
        }

        void deskCancel(Draw draw) {
            Seat seat = draw.of(model.seats);
            act(
                    gone(seat),
                    () -> as(World.STAFF, () -> desk.cancel(sessions.get(seat.room), seat.code, version(seat), "")),
                    () -> seat.state = State.CANCELLED,
                    seat.room);
        }

        void promote(Draw draw) {
            Seat seat = likely(draw, State.WAITING);
            boolean none =
                    seat.state == State.WAITING && model.refuses(seat.room, SeatModel.NOTHING, seat.need(), true);
            act(
                    gone(seat) || seat.state == State.CONFIRMED || none && !draw.beyond(),
                    () -> as(
                            World.STAFF,
                            () -> desk.promote(sessions.get(seat.room), seat.code, version(seat), draw.why())),
                    () -> {
                        seat.state = State.CONFIRMED;
                        seat.beyond |= none;
                    },
                    seat.room);
        }

        /** One to three at once, all or none. */
        void move(Draw draw) {
            int from = draw.room();
            int to = 1 - from;
            List<Seat> here =
                    model.seats.stream().filter(each -> each.room == from).toList();
            if (here.isEmpty()) {
                return;
            }
            List<Seat> chosen = java.util.stream.IntStream.rangeClosed(0, draw.companions())
                    .mapToObj(i -> here.get((draw.pick() + i * (draw.other() + 1)) % here.size()))
                    .distinct()
                    .sorted(java.util.Comparator.comparingInt(model.seats::indexOf))
                    .toList();
            Map<AttendanceRole, Integer> need =
                    chosen.stream().filter(Seat::seated).map(Seat::need).reduce(SeatModel.NOTHING, SeatWalkIT::both);
            boolean none = !need.isEmpty() && model.refuses(to, SeatModel.NOTHING, need, false);
            boolean refused = chosen.stream().anyMatch(each -> gone(each) || model.registered(to, each.person))
                    || none && !draw.beyond();
            List<Long> ids = chosen.stream()
                    .map(each -> world.number("select id from registration where ticket_token = ?1", each.token))
                    .toList();
            act(
                    refused,
                    () -> as(
                            World.STAFF,
                            () -> desk.move(
                                    sessions.get(from),
                                    new RegistrationDeskService.Move(ids, sessions.get(to), draw.why()))),
                    () -> {
                        for (Seat each : chosen) {
                            if (each.seated()) {
                                each.room = to;
                                each.state = State.CONFIRMED;
                                each.beyond |= none;
                            }
                        }
                        for (Seat each : chosen) {
                            if (each.room == from) {
                                boolean waits = model.refuses(to, SeatModel.NOTHING, each.need(), false);
                                each.room = to;
                                each.state = waits ? State.WAITING : State.CONFIRMED;
                            }
                        }
                        model.settle(to);
                    },
                    from);
        }

        void scan(Draw draw) {
            Seat seat = draw.of(model.seats);
            ScanOutcome outcome = atTheDoor(seat, draw.room(), false);
            assertEquals(outcome, currentActor.as(World.STAFF, () -> door.checkIn(
                            sessions.get(draw.room()), draw.line() ? seat.token : seat.code, Secrets.token())
                    .outcome()));
            came(outcome, draw.room(), seat.person);
        }

        /** 「それでも入っていただく」 */
        void letIn(Draw draw) {
            Seat seat = draw.of(model.seats);
            ScanOutcome outcome = atTheDoor(seat, draw.room(), true);
            String nonce = Secrets.token();
            assertEquals(
                    outcome,
                    says(
                            draw.room(),
                            new CheckInRecord(
                                    CheckInRecord.Kind.SCAN,
                                    nonce,
                                    seat.token,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    clock.instant(),
                                    null,
                                    true,
                                    null,
                                    null)));
            came(outcome, draw.room(), seat.person);
        }

        private ScanOutcome atTheDoor(Seat seat, int room, boolean forced) {
            if (model.present.get(room).contains(seat.person)) {
                return ScanOutcome.ALREADY;
            }
            ScanOutcome refusal = seat.state == State.CONFIRMED
                    ? (seat.room == room ? ScanOutcome.OK : ScanOutcome.OTHER_SESSION)
                    : seat.live() ? ScanOutcome.WAITING : ScanOutcome.CANCELLED;
            return forced ? ScanOutcome.OK : refusal;
        }

        private void came(ScanOutcome outcome, int room, long person) {
            if (outcome == ScanOutcome.OK) {
                model.present.get(room).add(person);
                model.takenBack.get(room).remove(person);
            }
        }

        void walkIn(Draw draw) {
            String nonce = Secrets.token();
            assertEquals(
                    ScanOutcome.OK,
                    says(
                            draw.room(),
                            new CheckInRecord(
                                    CheckInRecord.Kind.WALK_IN,
                                    nonce,
                                    null,
                                    null,
                                    null,
                                    "当日 の人",
                                    "",
                                    draw.role(),
                                    null,
                                    clock.instant(),
                                    ScanOutcome.OK,
                                    false,
                                    null,
                                    null)));
            walkIns.get(draw.room()).add(nonce);
            model.rooms.get(draw.room()).walkIns++;
        }

        void walkInUndone(Draw draw) {
            List<String> those = walkIns.get(draw.room());
            if (those.isEmpty()) {
                return;
            }
            String nonce = those.remove(draw.pick() % those.size());
            assertEquals(
                    ScanOutcome.UNDONE,
                    says(
                            draw.room(),
                            new CheckInRecord(
                                    CheckInRecord.Kind.UNDO,
                                    Secrets.token(),
                                    null,
                                    null,
                                    nonce,
                                    null,
                                    null,
                                    null,
                                    null,
                                    clock.instant(),
                                    null,
                                    false,
                                    null,
                                    null)));
            model.rooms.get(draw.room()).walkIns--;
        }

        private ScanOutcome says(int room, CheckInRecord fact) {
            return currentActor.as(atTheDoor, () -> reports.report(sessions.get(room), phone.get(room), 0, fact, false)
                    .outcome());
        }

        void takeBack(Draw draw) {
            List<Long> there = model.present.get(draw.room()).stream().sorted().toList();
            if (!there.isEmpty()) {
                long person = draw.of(there);
                long attendance = attendance(draw.room(), person);
                as(
                        World.STAFF,
                        () -> inbox.takeBack(
                                sessions.get(draw.room()), attendance, attendanceVersion(attendance), "読み違い"));
                model.present.get(draw.room()).remove(person);
                model.takenBack.get(draw.room()).add(person);
            }
        }

        void giveBack(Draw draw) {
            List<Long> gone = model.takenBack.get(draw.room()).stream().sorted().toList();
            if (!gone.isEmpty()) {
                long person = draw.of(gone);
                long attendance = attendance(draw.room(), person);
                as(
                        World.STAFF,
                        () -> inbox.giveBack(sessions.get(draw.room()), attendance, attendanceVersion(attendance)));
                model.takenBack.get(draw.room()).remove(person);
                model.present.get(draw.room()).add(person);
            }
        }

        void capacity(Draw draw) {
            int room = draw.room();
            Integer before = model.rooms.get(room).capacity;
            Integer after = draw.other() % 7 == 0 ? null : 3 + draw.other() % 6;
            boolean lowered = after != null && (before == null || after < before);
            ManagedEvent now = currentActor.as(
                    World.STAFF, () -> events.event(event.event().code()));
            List<EventDraft.SessionDraft> drafts = now.sessions().stream()
                    .map(each -> {
                        SessionView session = each.session();
                        int which = sessions.indexOf(session.id());
                        return new EventDraft.SessionDraft(
                                session.id(),
                                session.title(),
                                session.times().heldOn(),
                                time(session.times().startsAt()),
                                time(session.times().endsAt()),
                                session.place(),
                                "",
                                which == room ? after : model.rooms.get(which).capacity,
                                Set.of(AttendanceRole.EMPLOYEE),
                                session.intake(),
                                "");
                    })
                    .toList();
            act(
                    lowered && after < model.taken(room),
                    () -> as(
                            World.STAFF,
                            () -> events.change(
                                    event.event().code(),
                                    now.version(),
                                    new EventDraft(
                                            now.event().title(),
                                            EventType.SEMINAR,
                                            null,
                                            "",
                                            EventDraft.Visit.UNSAID,
                                            drafts))),
                    () -> {
                        model.rooms.get(room).capacity = after;
                        model.settle(1 - room);
                    },
                    room);
        }

        private LocalTime time(Instant at) {
            return at.atZone(FiscalYear.ZONE).toLocalTime();
        }

        private long attendance(int room, long person) {
            return world.number(
                    "select id from attendance where session_id = ?1 and person_id = ?2", sessions.get(room), person);
        }

        private int attendanceVersion(long attendance) {
            return (int) world.number("select version from attendance where id = ?1", attendance);
        }

        private int version(Seat seat) {
            return (int) world.number("select version from registration where ticket_token = ?1", seat.token);
        }

        private boolean gone(Seat seat) {
            return !seat.live() || model.present.get(seat.room).contains(seat.person);
        }

        private Actor holder(Seat seat) {
            return people.stream()
                    .filter(each -> each.personId() == seat.person)
                    .findFirst()
                    .orElse(people.get(0));
        }

        /** Somebody in this state where there is anybody; else anybody, who is to be refused. */
        private Seat likely(Draw draw, State state) {
            List<Seat> those =
                    model.seats.stream().filter(each -> each.state == state).toList();
            return draw.of(those.isEmpty() || draw.other() % 10 == 0 ? model.seats : those);
        }

        private void act(boolean refused, Runnable inThePortal, Runnable inTheModel, int room) {
            if (refused) {
                refused(inThePortal);
            } else {
                inThePortal.run();
                inTheModel.run();
                model.settle(room);
            }
        }

        private void refused(Runnable work) {
            RuntimeException refusal = assertThrows(RuntimeException.class, work::run, "the model refuses");
            assertTrue(refusal instanceof DomainException || refusal instanceof NotFoundException, refusal::toString);
        }

        /** Everything, compared. */
        void holds() {
            StringBuilder expected = new StringBuilder();
            for (Seat each : model.seats) {
                expected.append(each.room)
                        .append(' ')
                        .append(each.state)
                        .append(' ')
                        .append(each.role)
                        .append(' ')
                        .append(each.companions)
                        .append(' ')
                        .append(each.companionRole)
                        .append(' ')
                        .append(each.beyond ? "beyond" : "")
                        .append('\n');
            }
            assertEquals(
                    expected.toString(),
                    world.text("select coalesce(string_agg(concat(case session_id when " + sessions.get(0)
                            + " then 0 else 1 end, ' ', state, ' ', role, ' ', companions, ' ', coalesce(split_part(companion_kinds, ':', 1), 'null'), ' ',"
                            + " case when beyond_why is null then '' else 'beyond' end, E'\\n'), '' order by id), '') from registration"
                            + " where session_id in (" + sessions.get(0) + ", " + sessions.get(1) + ")"),
                    "registrations");
            for (int room = 0; room < 2; room++) {
                identities(room);
            }
            List<Seat> waiting = model.seats.stream()
                    .filter(each -> each.state == State.WAITING)
                    .toList();
            if (!waiting.isEmpty()) {
                Seat last = waiting.get(waiting.size() - 1);
                assertEquals(
                        model.in(last.room, State.WAITING).indexOf(last) + 1,
                        ticketOf(holder(last), last.token).position(),
                        "place in the line");
            }
        }

        /** 開催の報告: what it says is what the rows say, and every number of it is the sum of those it is made of. */
        void adds() {
            EventReport report =
                    currentActor.as(World.STAFF, () -> told.report(event.event().code()));
            List<EventReport.Numbers> all =
                    report.sessions().stream().map(EventReport.Session::numbers).toList();
            for (int room = 0; room < 2; room++) {
                EventReport.Numbers numbers = all.get(room);
                assertEquals(
                        model.in(room, State.CONFIRMED).stream()
                                .mapToInt(each -> 1 + each.companions)
                                .sum(),
                        numbers.registered(),
                        "registered");
                assertEquals(numbers.registered(), numbers.by("REGISTERED") + numbers.noShows(), "came and did not");
                assertTrue(numbers.noShows() >= 0, "nobody comes who is not expected: that is somebody else's line");
                assertEquals(model.rooms.get(room).walkIns, numbers.by("WALK_IN"), "walk-ins");
                assertEquals(
                        world.number(
                                "select coalesce(sum(1 + companions), 0) from attendance where session_id = ?1 and undone_at is null",
                                sessions.get(room)),
                        numbers.recordedInAll(),
                        "recorded one by one");
                assertEquals(
                        numbers.recordedInAll(),
                        numbers.roles().stream().mapToInt(numbers::recordedAs).sum(),
                        "by role");
                assertEquals(numbers.inAll(), numbers.forWhom() + numbers.others(), "whom it is for, and others");
                listed(room, numbers);
            }
            assertEquals(all.get(0).inAll() + all.get(1).inAll(), report.total().inAll(), "all sessions");
        }

        /** The list that is taken away: everybody who was there, once, those of another session with the number of their ticket. */
        private void listed(int room, EventReport.Numbers numbers) {
            Roster roster = currentActor.as(World.STAFF, () -> intake.rosterToTake(sessions.get(room), "test"));
            List<Roster.WalkIn> others =
                    roster.walkIns().stream().filter(each -> !each.undone()).toList();
            assertEquals(
                    numbers.recordedInAll(),
                    roster.rows().stream()
                                    .filter(each -> each.presentAt() != null)
                                    .collect(toMap(Roster.Row::attendance, Roster.Row::presentWith, (one, same) -> one))
                                    .values()
                                    .stream()
                                    .mapToInt(each -> 1 + each.persons())
                                    .sum()
                            + others.stream()
                                    .mapToInt(each -> 1 + each.with().persons())
                                    .sum(),
                    "everybody who came is in the list");
            assertTrue(
                    others.stream()
                            .allMatch(each -> each.source().equals("OTHER_SESSION")
                                    != each.code().isEmpty()),
                    "their number");
        }

        /** Numbers of one session that are sums of others. */
        private void identities(int room) {
            long session = sessions.get(room);
            int taken = model.taken(room);
            Integer capacity = model.rooms.get(room).capacity;
            assertEquals(taken, world.number("select taken from event_session where id = ?1", session), "seats taken");
            long beyond = world.number("select beyond from event_session where id = ?1", session);
            assertEquals(capacity == null ? 0 : Math.max(0, taken - capacity), beyond, "seats beyond the capacity");
            boolean reason =
                    model.in(room, State.CONFIRMED, State.OFFERED).stream().anyMatch(each -> each.beyond);
            assertTrue(reason || capacity == null || taken <= capacity, "oversold without a reason");
            model.rooms
                    .get(room)
                    .limits
                    .forEach((role, limit) -> assertTrue(
                            reason || model.taken(room, role) <= limit, "a kind is oversold without a reason"));
            var view = currentActor.as(World.STAFF, () -> door.session(session));
            assertEquals(
                    model.in(room, State.CONFIRMED).stream()
                            .mapToInt(each -> 1 + each.companions)
                            .sum(),
                    view.registered(),
                    "registered");
            assertEquals(
                    model.present.get(room).size() + model.rooms.get(room).walkIns,
                    world.number(
                            "select count(*) from attendance where session_id = ?1 and undone_at is null", session),
                    "people who are in");
        }
    }

    private static Map<AttendanceRole, Integer> both(
            Map<AttendanceRole, Integer> one, Map<AttendanceRole, Integer> other) {
        Map<AttendanceRole, Integer> sum = new java.util.EnumMap<>(AttendanceRole.class);
        one.forEach((role, many) -> sum.merge(role, many, Integer::sum));
        other.forEach((role, many) -> sum.merge(role, many, Integer::sum));
        return sum;
    }

    private interface Act {
        void on(Walk walk, Draw draw);
    }

    private static Action<Walk> act(String name, boolean needsSeats, Act act) {
        Arbitrary<Draw> draws = Combinators.combine(
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(ROLES),
                        Arbitraries.of(0, 0, 0, 1, 2, 3, 6),
                        Arbitraries.of(ROLES),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false, false))
                .as(Draw::new);
        return new Action.Independent<>() {
            @Override
            public boolean precondition(Walk walk) {
                return !needsSeats || !walk.model.seats.isEmpty();
            }

            @Override
            public Arbitrary<Transformer<Walk>> transformer() {
                return draws.map(draw -> Transformer.mutate(name + " " + draw, walk -> act.on(walk, draw)));
            }
        };
    }

    /**
     * Fifty people and the desk do what they want with one session at the same time. Nobody knows in which order it came; whichever it was,
     * afterwards every number is the sum of its rows, no limit is overrun, and nobody waits whom the rules would serve.
     */
    @Test
    void fifty_clients_at_once_leave_seats_and_line_as_the_rules_say() throws Exception {
        long seed = Long.getLong("seats.seed", System.nanoTime());
        System.out.println("seats.seed of fifty at once: " + seed);
        Map<AttendanceRole, Integer> limits = Map.of(AttendanceRole.PUPIL, 6, AttendanceRole.GUARDIAN, 4);
        // So far ahead that offers are made by letter.
        ManagedEvent event = world.event(
                java.time.LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE).plusDays(30),
                null,
                EventType.SEMINAR,
                SEATS);
        long session = session(event);
        limits.forEach((role, many) ->
                world.amend("insert into session_limit values (" + session + ", '" + role + "', " + many + ")"));
        List<Runnable> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random chance = new Random(seed + i);
            if (i % 10 == 0) {
                clients.add(() -> desk(session, chance));
            } else {
                Actor person = world.seeker("同時 " + i);
                clients.add(() -> client(event, person, chance));
            }
        }
        together(clients);

        SeatModel model = new SeatModel();
        model.rooms.add(new SeatModel.Room(SEATS, limits));
        for (Roster.Row row :
                currentActor.as(World.STAFF, () -> intake.roster(session)).rows()) {
            Map.Entry<AttendanceRole, Integer> along = row.companions().byRole().entrySet().stream()
                    .findFirst()
                    .orElse(Map.entry(AttendanceRole.GENERAL, 0));
            model.seats.add(new Seat("", row.code(), row.registration(), 0, State.valueOf(row.state()))
                    .of(row.role(), along.getValue(), along.getKey()));
        }
        assertTrue(model.seats.size() > CLIENTS / 2, "most of them asked");
        assertEquals(model.taken(0), taken(event), "the counter is the sum of the rows");
        assertEquals(
                Math.max(0, model.taken(0) - SEATS),
                world.number("select beyond from event_session where id = ?1", session),
                "more than there are only where the desk said so");
        limits.forEach(
                (role, many) -> assertTrue(model.taken(0, role) <= many, () -> role + ": " + model.taken(0, role)));
        assertEquals(
                0,
                world.number(
                        "select count(*) from (select 1 from registration where session_id = ?1"
                                + " and state in ('CONFIRMED', 'OFFERED', 'WAITING') group by person_id having count(*) > 1) twice",
                        session),
                "nobody has two");
        int waiting = model.in(0, State.WAITING).size();
        model.settle(0);
        assertEquals(waiting, model.in(0, State.WAITING).size(), "nobody waits who could be served");
    }

    private static final int CLIENTS = 50;
    private static final int SEATS = 20;
    private static final int ACTS = 5;

    private void client(ManagedEvent event, Actor person, Random chance) {
        String token = null;
        for (int act = 0; act < ACTS; act++) {
            SeatRequest wanted = wanted(chance);
            String mine = token;
            try {
                if (mine == null || chance.nextInt(5) == 0) {
                    token = currentActor.as(
                            person,
                            () -> registrations.register(event.event().code(), session(event), wanted.orLine()));
                } else if (chance.nextInt(3) == 0) {
                    as(person, () -> tickets.cancel(mine));
                    token = null;
                } else if (chance.nextBoolean()) {
                    as(person, () -> tickets.accept(mine));
                } else {
                    as(person, () -> tickets.change(mine, wanted));
                }
            } catch (DomainException refused) {
                // Refused is as good an answer as any; what it leaves behind is looked at afterwards.
            }
        }
    }

    /** Registers people, some beyond the limit, changes them, cancels them, and seats whoever is first in the line. */
    private void desk(long session, Random chance) {
        String code = null;
        for (int act = 0; act < ACTS; act++) {
            String mine = code;
            try {
                if (mine == null) {
                    boolean beyond = chance.nextInt(3) == 0;
                    // Beyond the seats, not beyond a kind's limit: these are held to the end.
                    SeatRequest wanted = beyond
                            ? SeatRequest.as(AttendanceRole.GENERAL)
                            : wanted(chance).orLine();
                    code = currentActor.as(
                            World.STAFF,
                            () -> desk.enter(
                                    session,
                                    new DeskEntry("窓口 の人", "", "", Channel.COUNTER, beyond ? WHY : "", ""),
                                    wanted));
                } else if (chance.nextBoolean()) {
                    as(World.STAFF, () -> desk.change(session, mine, version(session, mine), wanted(chance), null, ""));
                } else {
                    as(World.STAFF, () -> desk.cancel(session, mine, version(session, mine), ""));
                    code = null;
                }
                Roster.Row first = currentActor
                        .as(World.STAFF, () -> intake.roster(session))
                        .first();
                if (first != null && chance.nextBoolean()) {
                    as(World.STAFF, () -> desk.promote(session, first.digits(), first.version(), ""));
                }
            } catch (DomainException | NotFoundException refused) {
                // as above
            }
        }
    }

    private int version(long session, String code) {
        return currentActor.as(
                World.STAFF, () -> desk.registration(session, code).row().version());
    }

    private static SeatRequest wanted(Random chance) {
        AttendanceRole role = ROLES.get(chance.nextInt(ROLES.size()));
        int along = chance.nextInt(3);
        SeatRequest alone = SeatRequest.as(role);
        return along == 0 ? alone : alone.with(new Companions(along, ROLES.get(chance.nextInt(ROLES.size()))));
    }

    @Test
    void whatever_is_done_the_seats_are_what_the_model_says() {
        String named = System.getenv("TSUNAGU_SEATS_SEED");
        long seed = named == null || named.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(named);
        String asked = System.getenv("TSUNAGU_SEATS_STEPS");
        int steps = asked == null || asked.isEmpty() ? 1_000 : Integer.parseInt(asked);
        System.out.println("Seats are walked with seed " + seed);
        int done = walk(seed, steps, false);
        assertTrue(done >= steps, "steps: " + done);
    }

    /** A portal that forgets a seat now and then is found out: the walk can fail. */
    @Test
    void a_seat_that_is_given_twice_is_found() {
        AssertionError found = assertThrows(AssertionError.class, () -> walk(1, 1_000, true));
        assertTrue(found.getMessage().contains("forget"), found::getMessage);
    }

    /** @return steps taken */
    private int walk(long seed, int steps, boolean forgetful) {
        world.awaitMidnight();
        AtomicInteger done = new AtomicInteger();
        List<Actor> people = java.util.stream.IntStream.range(0, PEOPLE)
                .mapToObj(i -> world.seeker("歩く 人" + i))
                .toList();
        JqwikSession.run(() -> {
            for (int walk = 0; done.get() < steps; walk++) {
                int kind = walk;
                var chain = ActionChain.startWith(() -> new Walk(kind, people))
                        .withAction(10, act("register", false, Walk::register))
                        .withAction(4, act("change", true, Walk::change))
                        .withAction(4, act("cancel", true, Walk::cancel))
                        .withAction(3, act("accept", true, Walk::accept))
                        .withAction(2, act("lapse", true, Walk::lapse))
                        .withAction(3, act("enter", false, Walk::enter))
                        .withAction(3, act("staff change", true, Walk::deskChange))
                        .withAction(1, act("staff cancel", true, Walk::deskCancel))
                        .withAction(2, act("promote", true, Walk::promote))
                        .withAction(3, act("move", true, Walk::move))
                        .withAction(3, act("scan", true, Walk::scan))
                        .withAction(1, act("let in", true, Walk::letIn))
                        .withAction(1, act("walk in", false, Walk::walkIn))
                        .withAction(1, act("walk in undone", false, Walk::walkInUndone))
                        .withAction(2, act("take back", false, Walk::takeBack))
                        .withAction(1, act("give back", false, Walk::giveBack))
                        .withAction(1, act("capacity", false, Walk::capacity));
                if (forgetful) {
                    chain = chain.withAction(
                            1,
                            act(
                                    "forget",
                                    true,
                                    (at, draw) -> world.amend(
                                            "update event_session set taken = taken - 1 where taken > 0 and id = "
                                                    + at.sessions.get(draw.room()))));
                }
                Walk walked = chain.withMaxTransformations(STEPS)
                        .generator(1000)
                        .next(new Random(seed + walk))
                        .value()
                        .withInvariant("the portal is what the model says", at -> {
                            done.incrementAndGet();
                            at.model.byHand = byHand(at);
                            at.holds();
                        })
                        .run();
                walked.adds();
            }
        });
        return done.get();
    }

    private boolean byHand(Walk walk) {
        return OfferRule.byHand(
                clock.instant(), walk.event.sessions().get(0).session().times().startsAt());
    }
}
