package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.account.AccountService;
import tsunagu.attendance.DoorService;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyService;
import tsunagu.company.MemberRole;
import tsunagu.company.MembershipService;
import tsunagu.company.MergeService;
import tsunagu.consultation.ConsultationService;
import tsunagu.consultation.DeskService;
import tsunagu.consultation.FreeTime;
import tsunagu.consultation.Timetable;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.kept.KeptService;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.registration.TicketService;
import tsunagu.search.Kind;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/**
 * Two at once. What was decided from a record that the other is changing must not stand, and neither may be answered with a
 * failure: the locks have one order, and what they guard is read under them.
 */
@ArquillianTest
class RacesIT {

    private static final int ROUNDS = 15;

    @Inject
    private AccountService accounts;

    @Inject
    private MembershipService memberships;

    @Inject
    private CompanyService companies;

    @Inject
    private MergeService merges;

    @Inject
    private RegistrationService registrations;

    @Inject
    private TicketService tickets;

    @Inject
    private DoorService door;

    @Inject
    private ConsultationService consultations;

    @Inject
    private DeskService desk;

    @Inject
    private KeptService kept;

    @Inject
    private Crosswise crosswise;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Test
    void two_owners_who_demote_each_other_leave_the_company_one() throws Exception {
        long company = company().id();
        Actor one = member(company);
        Actor other = member(company);
        for (int i = 0; i < ROUNDS; i++) {
            boolean remove = i % 2 == 1;
            long memberOne = memberOf(one);
            long memberOther = memberOf(other);
            int versionOne = version(memberOne);
            int versionOther = version(memberOther);
            List<String> outcomes = world.together(
                    () -> currentActor.as(one, () -> takeOut(memberOther, versionOther, remove)),
                    () -> currentActor.as(other, () -> takeOut(memberOne, versionOne, remove)));
            assertTrue(
                    outcomes.stream()
                            .allMatch(each ->
                                    each.matches("done|company[.]error[.](lastOwner|ownerOnly)|NotFoundException")),
                    outcomes::toString);
            assertTrue(owners(company) > 0, "round " + i + ": " + outcomes);
            world.amend("update company_member set role = 'OWNER', left_at = null where company_id = " + company);
        }
    }

    private Object takeOut(long member, int version, boolean remove) {
        if (remove) {
            memberships.remove(member, version);
        } else {
            memberships.setRole(member, version, MemberRole.EDITOR);
        }
        return null;
    }

    /** By their roles, and by switching accounts off. */
    @Test
    void two_administrators_who_take_each_other_out_leave_one() throws Exception {
        Actor one = administrator("管理 一");
        Actor other = administrator("管理 二");
        String both = one.accountId() + ", " + other.accountId();
        String others =
                "id in (select account_id from account_role where role = 'ADMINISTRATOR') and id not in (" + both + ")";
        world.amend("update account set state = 'DISABLED' where state = 'ACTIVE' and " + others);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                boolean stop = i % 2 == 1;
                int versionOne = accountVersion(one);
                int versionOther = accountVersion(other);
                List<String> outcomes = world.together(
                        () -> currentActor.as(one, () -> takeAway(other.accountId(), versionOther, stop)),
                        () -> currentActor.as(other, () -> takeAway(one.accountId(), versionOne, stop)));
                assertTrue(
                        outcomes.stream().allMatch(each -> each.matches("done|account[.]error[.]lastAdministrator")),
                        outcomes::toString);
                assertTrue(
                        world.number("select count(*) from account a join account_role r on r.account_id = a.id"
                                        + " where r.role = 'ADMINISTRATOR' and a.state = 'ACTIVE'")
                                > 0,
                        "round " + i + ": " + outcomes);
                world.amend("update account set state = 'ACTIVE' where id in (" + both + ")");
                world.amend("insert into account_role select id, 'ADMINISTRATOR' from account where id in (" + both
                        + ") on conflict do nothing");
            }
        } finally {
            world.amend("update account set state = 'ACTIVE' where " + others);
            world.amend("update account set state = 'DISABLED' where id in (" + both + ")");
        }
    }

    private Object takeAway(long account, int version, boolean stop) {
        if (stop) {
            accounts.setActive(account, version, false, "試し");
        } else {
            accounts.setRoles(account, version, Set.of(Role.STAFF), "試し");
        }
        return null;
    }

    private int accountVersion(Actor actor) {
        return (int) world.number("select version from account where id = ?1", actor.accountId());
    }

    private Actor administrator(String name) {
        Actor person = world.seeker(name);
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'ADMINISTRATOR')");
        return new Actor(person.accountId(), person.personId(), name, Set.of(Role.ADMINISTRATOR));
    }

    @Test
    void a_ticket_is_changed_cancelled_and_scanned_at_once_and_nobody_waits_for_ever() throws Exception {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 200);
        long session = event.sessions().get(0).session().id();
        for (int i = 0; i < ROUNDS; i++) {
            Actor person = world.seeker("二重 " + i);
            String ticket = currentActor.as(
                    person,
                    () -> registrations.register(
                            event.event().code(), session, SeatRequest.as(AttendanceRole.EMPLOYEE)));
            SeatRequest withTwo = new SeatRequest(
                    AttendanceRole.EMPLOYEE,
                    new Companions(2, AttendanceRole.GENERAL),
                    ClassVisit.NONE,
                    List.of(),
                    java.util.Map.of(),
                    false);
            boolean scanned = i % 3 == 0;
            List<String> outcomes = world.together(
                    () -> currentActor.as(person, () -> {
                        tickets.change(ticket, withTwo);
                        return null;
                    }),
                    () -> currentActor.as(person, () -> {
                        tickets.cancel(ticket);
                        return null;
                    }),
                    () -> currentActor.as(
                            World.STAFF, () -> scanned ? door.checkIn(session, ticket, Secrets.token()) : null));
            assertTrue(
                    outcomes.stream()
                            .allMatch(each -> each.matches("done|event[.]error[.](alreadyCancelled|alreadyPresent)")),
                    outcomes::toString);
            assertEquals(
                    world.number(
                            "select coalesce(sum(1 + companions), 0) from registration where state in ('CONFIRMED', 'OFFERED') and session_id = ?1",
                            session),
                    world.number("select taken from event_session where id = ?1", session),
                    "seats that are taken and seats that are held");
        }
    }

    @Test
    void one_person_has_one_consultation_at_an_hour() throws Exception {
        LocalDate from = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE).plusDays(2);
        for (String office : List.of("race-here", "race-there")) {
            world.amend("insert into consultation_office (id, code, name, position, version)"
                    + " values (nextval('tsunagu_seq'), '" + office + "', '窓口', 99, 0)");
            currentActor.as(
                    World.STAFF,
                    () -> desk.open(
                            office,
                            new Timetable(
                                    from,
                                    from.plusDays(13),
                                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                    LocalTime.of(9, 0),
                                    LocalTime.of(17, 0),
                                    30,
                                    "")));
        }
        List<FreeTime> here = consultations.free("race-here");
        int rounds = 0;
        for (FreeTime each : here) {
            FreeTime there = consultations.free("race-there").stream()
                    .filter(other -> other.startsAt().equals(each.startsAt()))
                    .findFirst()
                    .orElse(null);
            if (there == null || rounds++ >= ROUNDS) {
                continue;
            }
            Actor person = world.seeker("二つの窓口 " + rounds);
            List<String> outcomes = world.together(
                    () -> currentActor.as(person, () -> consultations.book(each.id(), false)),
                    () -> currentActor.as(person, () -> consultations.book(there.id(), false)));
            assertEquals(
                    List.of("consultation.error.overlap", "done"),
                    outcomes.stream().sorted().toList());
        }
        assertTrue(rounds > 5, "rounds: " + rounds);
    }

    @Test
    void two_merges_crosswise_make_no_ring() throws Exception {
        for (int i = 0; i < 6; i++) {
            CompanyName one = company();
            CompanyName other = company();
            List<String> outcomes = world.together(
                    () -> currentActor.as(World.STAFF, () -> merge(one, other)),
                    () -> currentActor.as(World.STAFF, () -> merge(other, one)));
            assertEquals(
                    List.of("company.error.merge", "done"),
                    outcomes.stream().sorted().toList());
        }
    }

    private Object merge(CompanyName from, CompanyName into) {
        merges.merge(from.code(), into.code(), "同じ会社");
        return null;
    }

    @Test
    void a_list_that_is_full_stays_full_from_two_devices() throws Exception {
        Actor person = world.seeker("二台 の人");
        int most = 200;
        List<KeptService.Item> first = java.util.stream.IntStream.range(0, most - 1)
                .mapToObj(i -> new KeptService.Item(Kind.JOB, "kept" + i))
                .toList();
        currentActor.as(person, () -> kept.keep(first, List.of()));
        for (int i = 0; i < ROUNDS; i++) {
            String code = "more" + i;
            world.together(
                    () -> currentActor.as(
                            person, () -> kept.keep(List.of(new KeptService.Item(Kind.JOB, code + "a")), List.of())),
                    () -> currentActor.as(
                            person, () -> kept.keep(List.of(new KeptService.Item(Kind.JOB, code + "b")), List.of())));
            int now = currentActor
                    .as(person, () -> kept.keep(List.of(), List.of()))
                    .size();
            assertEquals(most, now);
            currentActor.as(
                    person,
                    () -> kept.keep(
                            List.of(),
                            List.of(
                                    new KeptService.Item(Kind.JOB, code + "a"),
                                    new KeptService.Item(Kind.JOB, code + "b"))));
        }
    }

    /** Whoever forgets the order loses a race one day; the loser is run once more, and the test portal says so at once. */
    @Test
    void a_deadlock_is_repeated_and_a_wrong_order_is_found() throws Exception {
        long one = world.seeker("鍵 一").personId();
        long other = world.seeker("鍵 二").personId();
        CountDownLatch both = new CountDownLatch(2);
        List<String> outcomes = world.together(
                () -> currentActor.as(World.STAFF, () -> crosswise.rows(both, one, other)),
                () -> currentActor.as(World.STAFF, () -> crosswise.rows(both, other, one)));
        assertEquals(List.of("done", "done"), outcomes);
        assertThrows(
                IllegalStateException.class,
                () -> currentActor.as(World.STAFF, () -> crosswise.locks(Lock.PERSON, one, Lock.COMPANY, 1)));
        currentActor.as(World.STAFF, () -> crosswise.locks(Lock.COMPANY, 1, Lock.PERSON, one));
    }

    private CompanyName company() {
        CompanyProfile profile = DemonstrationCity.drawn(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE))
                .firms()
                .get(0)
                .profile();
        return currentActor.as(
                World.STAFF,
                () -> companies.enter(new CompanyProfile(
                        null,
                        profile.name() + " " + Secrets.name(6),
                        profile.reading(),
                        profile.industry(),
                        profile.summary(),
                        profile.business(),
                        profile.appeal(),
                        profile.plainWords(),
                        profile.welfare(),
                        profile.founded(),
                        profile.capital(),
                        profile.employees(),
                        profile.website(),
                        profile.certificates(),
                        profile.features(),
                        profile.places(),
                        profile.dayOf(),
                        profile.day(),
                        profile.youth(),
                        profile.pictures(),
                        "")));
    }

    private Actor member(long company) {
        Actor account = world.seeker("社員 " + Secrets.name(6));
        world.amend("insert into company_member (id, company_id, account_id, role, joined_at, version)"
                + " values (nextval('tsunagu_seq'), " + company + ", " + account.accountId() + ", 'OWNER', now(), 1)");
        return new Actor(account.accountId(), account.personId(), account.name(), Set.of(Role.COMPANY));
    }

    private long memberOf(Actor actor) {
        return world.number("select id from company_member where account_id = ?1", actor.accountId());
    }

    private int version(long member) {
        return (int) world.number("select version from company_member where id = ?1", member);
    }

    private long owners(long company) {
        return world.number(
                "select count(*) from company_member where company_id = ?1 and role = 'OWNER' and left_at is null",
                company);
    }
}
