package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.Exhibit;
import tsunagu.event.ManagedEvent;
import tsunagu.meeting.Meeting;
import tsunagu.meeting.MeetingRoundService;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.RoundDraft;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.seeker.OwnDataService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

/** 面談会 from wishes to a published timetable, and a dropout that moves nobody who is not concerned. */
@ArquillianTest
class MeetingIT {

    @Inject
    private MeetingService meetings;

    @Inject
    private MeetingRoundService rounds;

    @Inject
    private EventService events;

    @Inject
    private RegistrationService registrations;

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
    void wishes_become_a_timetable_and_a_dropout_changes_only_what_it_must() {
        world.city();
        ManagedEvent fair = world.event("youth-job-retention", EventType.JOINT_BRIEFING, 100);
        String code = fair.event().code();
        long session = fair.sessions().get(0).session().id();
        List<Long> companies = new ArrayList<>();
        for (String id : world.text(
                        "select string_agg(id::text, ' ') from (select id from company c where merged_into is null"
                                + " and not exists (select 1 from company_leaving l where l.company_id = c.id and l.returned_on is null) order by id limit 3) x")
                .split(" ")) {
            companies.add(Long.valueOf(id));
        }
        staff(() -> events.exhibit(
                code, companies.stream().collect(Collectors.toMap(each -> each, each -> Exhibit.at("")))));
        LocalDate tomorrow = LocalDate.now(clock.withZone(FiscalYear.ZONE)).plusDays(1);
        LocalDateTime closes = tomorrow.atTime(8, 0);
        assertEquals(
                "meeting.error.closes",
                refused(World.STAFF, () -> rounds.set(code, null, draft(session, tomorrow.atTime(14, 0)))));
        staff(() -> rounds.set(code, null, draft(session, closes)));

        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Actor person = world.seeker("面談 " + i);
            people.add(person);
            assertEquals(
                    "meeting.error.noSeat",
                    refused(person, () -> meetings.wish(code, companies, Set.of(), false, true)));
            currentActor.as(
                    person,
                    () -> registrations.register(code, session, SeatRequest.as(AttendanceRole.UNIVERSITY_STUDENT)));
        }
        Actor pupil = people.get(7);
        currentActor.as(pupil, () -> {
            profiles.about(null, Stage.HIGH_SCHOOL);
            return null;
        });
        assertEquals(
                "meeting.error.minor", refused(pupil, () -> meetings.wish(code, companies, Set.of(), false, true)));
        assertEquals(
                "meeting.error.highSchoolAnswer",
                refused(people.get(0), () -> meetings.wish(code, companies, Set.of(), null, true)));
        assertEquals(
                "meeting.error.minor",
                refused(people.get(0), () -> meetings.wish(code, companies, Set.of(), true, true)));
        assertEquals(
                "meeting.error.agreed",
                refused(people.get(0), () -> meetings.wish(code, companies, Set.of(), false, false)));
        assertEquals(
                "meeting.error.wishes",
                refused(
                        people.get(0),
                        () -> meetings.wish(code, List.of(companies.get(0), companies.get(0)), Set.of(), false, true)));
        // Seven people want all three companies; each has three slots: two wishes of everybody cannot all come true.
        people.subList(0, 7)
                .forEach(person -> act(person, () -> meetings.wish(code, companies, Set.of(), false, true)));
        assertEquals("meeting.error.early", refused(World.STAFF, () -> rounds.run(code)));

        world.amend("update meeting_round set closes_at = now() - interval '1 minute' where event_id = " + fair.id());
        assertEquals(
                "meeting.error.closed",
                refused(people.get(0), () -> meetings.wish(code, companies, Set.of(), false, true)));
        staff(() -> rounds.run(code));
        String first = runs(code).get(0).certificate();
        staff(() -> rounds.run(code));
        assertEquals(
                withoutTime(first), withoutTime(runs(code).get(0).certificate()), "the same wishes, the same outcome");
        assertTrue(runs(code).get(0).blocking().isEmpty());
        assertEquals(9, runs(code).get(0).meetings(), "three companies, three slots");
        assertTrue(
                currentActor.as(people.get(0), () -> meetings.mine(code)).isEmpty(), "not told before it is published");
        staff(() -> rounds.publish(code));
        assertEquals("meeting.error.published", refused(World.STAFF, () -> rounds.run(code)));

        Map<Actor, List<Meeting>> before = timetables(people, code);
        assertEquals(9, before.values().stream().mapToInt(List::size).sum());
        before.forEach((person, list) -> {
            assertTrue(list.size() <= 2, "at most two each");
            assertEquals(
                    list.size(), list.stream().map(Meeting::begin).distinct().count(), "nobody twice at one time");
            List<?> reasons = currentActor.as(person, () -> meetings.unfulfilled(code));
            assertEquals(
                    person == pupil ? 0 : 3 - list.size(),
                    reasons.size(),
                    "a reason for every wish that did not come true");
        });
        Actor leaving = people.subList(0, 7).stream()
                .filter(each -> !before.get(each).isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(
                3,
                currentActor.as(leaving, data::shared).size(),
                "the companies they named see their name, and they see that");
        act(leaving, () -> meetings.dropOut(code));
        assertTrue(currentActor.as(leaving, data::shared).isEmpty());
        Map<Actor, List<Meeting>> after = timetables(people, code);
        assertTrue(after.get(leaving).isEmpty());
        people.stream()
                .filter(each -> each != leaving)
                .forEach(each ->
                        assertTrue(after.get(each).containsAll(before.get(each)), "who stays keeps their times"));
        int freed = before.get(leaving).size();
        int filled = after.values().stream().mapToInt(List::size).sum() - (9 - freed);
        assertTrue(filled > 0 && filled <= freed, "freed " + freed + ", filled " + filled);
        assertEquals("CHANGE", runs(code).get(0).kind());
        assertFalse(runs(code).get(0).certificate().contains("面談"), "people are numbers");
    }

    private static String withoutTime(String certificate) {
        return certificate.replaceAll("\"at\":\"[^\"]*\"", "");
    }

    private Map<Actor, List<Meeting>> timetables(List<Actor> people, String code) {
        Map<Actor, List<Meeting>> all = new HashMap<>();
        people.forEach(each -> all.put(each, currentActor.as(each, () -> meetings.mine(code))));
        return all;
    }

    private List<MeetingRoundService.Run> runs(String code) {
        return currentActor.as(World.STAFF, () -> rounds.runs(code));
    }

    private static RoundDraft draft(long session, LocalDateTime closes) {
        return new RoundDraft(session, LocalTime.of(9, 0), 15, 5, 3, 2, closes);
    }

    private void staff(Runnable act) {
        act(World.STAFF, act);
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
