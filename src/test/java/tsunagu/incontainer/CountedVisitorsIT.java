package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.PeopleService;
import tsunagu.attendance.SamePeople;
import tsunagu.attendance.SamePerson;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.registration.GuestForm;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Secrets;

/** Who is one visitor, and which visits are counted. */
@ArquillianTest
class CountedVisitorsIT extends Seats {

    /** One person, once with an account and once as a guest: two until staff say one, and two again when that was wrong. */
    @Test
    void one_person_under_two_registrations_is_counted_once_and_back() {
        ManagedEvent event = world.today("it-talent", EventType.SEMINAR, 10);
        String name = "同一 人物" + System.nanoTime();
        Actor account = world.seeker(name);
        GuestForm form = new GuestForm(name, "", "same" + System.nanoTime() + "@example.jp", true);
        String guest = guest(event, form, AttendanceRole.EMPLOYEE);
        tickets.prove(guest);
        String own = register(account, event, false);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'it-talent'";
        long before = world.number(figure);
        for (String ticket : List.of(guest, own)) {
            currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        }
        assertEquals(before + 2, world.number(figure));
        PeopleService.Pairs found = currentActor.as(World.STAFF, () -> people.alike(name, 1));
        SamePerson pair = found.shown().get(0);
        assertEquals(1, found.of(pair.one()).size(), "what they came to");
        // They are two, as far as staff know: not asked about again, and counted as before, until that is taken back.
        as(World.STAFF, () -> people.tellApart(pair.pair(), pair.seen()));
        assertEquals(
                0, currentActor.as(World.STAFF, () -> people.alike(name, 1)).total());
        assertEquals(before + 2, world.number(figure));
        assertThrows(
                ConflictException.class,
                () -> as(World.STAFF, () -> people.merge(pair.pair(), pair.seen())),
                "they are settled");
        SamePerson apart = currentActor
                .as(World.STAFF, () -> people.distinct(name, 1))
                .shown()
                .get(0);
        as(World.STAFF, () -> people.askAgain(apart.answer()));
        assertThrows(
                ConflictException.class,
                () -> as(World.STAFF, () -> people.askAgain(apart.answer())),
                "it was undone already");
        as(World.STAFF, () -> people.merge(pair.pair(), pair.seen()));
        assertEquals(before + 1, world.number(figure));
        assertThrows(ConflictException.class, () -> as(World.STAFF, () -> people.merge(pair.pair(), pair.seen())));
        SamePerson merged = currentActor
                .as(World.STAFF, () -> people.merged(name, 1))
                .shown()
                .get(0);
        as(World.STAFF, () -> people.undo(merged.answer()));
        assertEquals(before + 2, world.number(figure));
        assertThrows(
                ConflictException.class,
                () -> as(World.STAFF, () -> people.undo(merged.answer())),
                "it was undone already");
    }

    /** Three entries of one person are one question; one answer makes them one, and one by one it is taken back. */
    @Test
    void all_entries_of_one_person_are_answered_at_once() {
        String name = "三度 " + Secrets.name(6);
        ManagedEvent event = world.today("it-talent", EventType.SEMINAR, 10);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'it-talent'";
        long before = world.number(figure);
        for (int i = 0; i < 3; i++) {
            String ticket = register(world.seeker(name), event, false);
            currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        }
        assertEquals(before + 3, world.number(figure));
        SamePeople all = currentActor
                .as(World.STAFF, () -> people.alike(name, 1))
                .groups()
                .get(0);
        assertEquals(3, all.entries().size());
        assertThrows(
                ConflictException.class,
                () -> as(World.STAFF, () -> people.mergeAll(all.key(), "other")),
                "not as it was seen");
        as(World.STAFF, () -> people.mergeAll(all.key(), all.seen()));
        assertEquals(before + 1, world.number(figure));
        assertEquals(
                0, currentActor.as(World.STAFF, () -> people.alike(name, 1)).total());
        assertThrows(
                ConflictException.class,
                () -> as(World.STAFF, () -> people.mergeAll(all.key(), all.seen())),
                "they are one");
        currentActor
                .as(World.STAFF, () -> people.merged(name, 1))
                .shown()
                .forEach(each -> as(World.STAFF, () -> people.undo(each.answer())));
        SamePeople again = currentActor
                .as(World.STAFF, () -> people.alike(name, 1))
                .groups()
                .get(0);
        as(World.STAFF, () -> people.tellAllApart(again.key(), again.seen()));
        assertEquals(
                0, currentActor.as(World.STAFF, () -> people.alike(name, 1)).total());
        assertEquals(before + 3, world.number(figure));
    }

    /** A visitor at two booths is one visitor (ブース訪問者数) and two visits (延べ); the entrance is not counted beside them. */
    @Test
    void visits_at_booths_are_counted() {
        ManagedEvent event = world.today("uij-turn-information", EventType.OUTSIDE_FAIR, 10);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'uij-turn-information' and r.event_id = " + event.id();
        world.city();
        define("counting = 'BOOTH_VISITORS', roles = null");
        Actor visitor = world.seeker("visitor");
        String ticket = register(visitor, event, false);
        currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        assertEquals(
                1, world.number(figure), "no visits recorded: who came to the city's booth is counted at the door");
        world.amend(
                "insert into booth_visit (id, event_id, company_id, registration_id, person_id, visited_at, by_company, version)"
                        + " select nextval('tsunagu_seq'), " + event.id()
                        + ", c.id, r.id, r.person_id, now(), false, 1 from registration r,"
                        + " (select id from company order by id limit 2) c where r.ticket_token = '" + ticket + "'");
        assertEquals(1, world.number(figure), "two visits of one person, who is not counted at the door again");
        define("counting = 'BOOTH_VISITS'");
        assertEquals(2, world.number(figure));
        define("counting = 'BOOTH_VISITORS', roles = '{BOOTH_VISITOR}'");
    }

    private void define(String set) {
        world.amend("update measure_definition d set " + set + " from measure m where m.id = d.measure_id"
                + " and m.programme_id = 'uij-turn-information'");
    }
}
