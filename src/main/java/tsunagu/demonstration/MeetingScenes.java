package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tsunagu.account.AccountService;
import tsunagu.account.NewAccount;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventList;
import tsunagu.event.EventQuery;
import tsunagu.event.EventService;
import tsunagu.event.ManagedEvent;
import tsunagu.meeting.MeetingRoundService;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.Round;
import tsunagu.meeting.RoundDraft;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;

/** Meetings at two fairs: of the next one the timetable is published, for the later one wishes are taken. */
@ApplicationScoped
class MeetingScenes {

    private static final Actor HOUSE = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF));

    private static final int COMPANIES = 8;
    private static final int PEOPLE = 14;
    private static final int WISHES = 4;

    @Inject
    private EventService events;

    @Inject
    private RegistrationService registrations;

    @Inject
    private MeetingService meetings;

    @Inject
    private MeetingRoundService rounds;

    @Inject
    private ScoutScenes scout;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    void settle() {
        Instant now = clock.instant();
        List<ManagedEvent> fairs = all().stream()
                .filter(each -> meetings.companies(each.event().code()).size() >= COMPANIES
                        && first(each) != null
                        && first(each).isAfter(now))
                .map(each ->
                        currentActor.as(HOUSE, () -> events.event(each.event().code())))
                .sorted(Comparator.comparing(MeetingScenes::first))
                .toList();
        if (fairs.size() < 2) {
            return;
        }
        List<Actor> people = people();
        ManagedEvent next = fairs.get(0);
        LocalDateTime beforeIt =
                first(next).atZone(FiscalYear.ZONE).toLocalDateTime().minusMinutes(1);
        set(next, beforeIt);
        wish(next, people, new Random(1));
        set(next, now.atZone(FiscalYear.ZONE).toLocalDateTime().minusMinutes(1));
        currentActor.as(HOUSE, () -> {
            rounds.run(next.event().code());
            rounds.publish(next.event().code());
            return null;
        });
        ManagedEvent later = fairs.get(fairs.size() - 1);
        set(later, first(later).atZone(FiscalYear.ZONE).toLocalDateTime().minusDays(3));
        wish(later, people.subList(1, people.size()), new Random(2));
        scout.settle(people.subList(1, people.size()));
    }

    private List<ManagedEvent> all() {
        return currentActor.as(HOUSE, () -> {
            List<ManagedEvent> all = new ArrayList<>();
            EventList list;
            do {
                list = events.events(EventQuery.newest(all.size()));
                all.addAll(list.events());
            } while (!list.events().isEmpty());
            return all;
        });
    }

    private static Instant first(ManagedEvent event) {
        return event.event().sessions().get(0).times().startsAt();
    }

    private void set(ManagedEvent event, LocalDateTime closes) {
        LocalTime begin = first(event).atZone(FiscalYear.ZONE).toLocalTime();
        currentActor.as(HOUSE, () -> {
            rounds.set(
                    event.event().code(),
                    meetings.find(event.event().code()).map(Round::draft).orElse(null),
                    new RoundDraft(event.sessions().get(0).session().id(), begin, 15, 5, 5, 3, closes));
            return null;
        });
    }

    /** The demonstration's seeker and invented others. */
    private List<Actor> people() {
        Actor system = Actor.system("demonstration");
        List<Actor> people = new ArrayList<>();
        currentActor
                .as(system, () -> accounts.idOf("seeker@demo.example").flatMap(accounts::actor))
                .ifPresent(people::add);
        for (ReferenceTable.Row row : ReferenceTable.read("/demo/event-people.csv").stream()
                .limit(PEOPLE)
                .toList()) {
            String email = "fair" + Math.abs(row.text("name").hashCode()) + "@demo.example";
            currentActor
                    .as(system, () -> {
                        accounts.provide(new NewAccount(
                                row.text("name"), email, Secret.of(Secrets.token()), Set.of(Role.SEEKER)));
                        return accounts.idOf(email).flatMap(accounts::actor);
                    })
                    .ifPresent(people::add);
        }
        return people;
    }

    private void wish(ManagedEvent event, List<Actor> people, Random dice) {
        String code = event.event().code();
        List<Long> companies =
                meetings.companies(code).stream().map(MeetingService.Choice::id).toList();
        for (Actor person : people) {
            List<Long> wishes = new ArrayList<>(companies);
            Collections.shuffle(wishes, dice);
            Set<Integer> away = dice.nextInt(4) == 0 ? Set.of(dice.nextInt(5)) : Set.of();
            try {
                currentActor.as(person, () -> {
                    registrations.register(
                            code,
                            event.sessions().get(0).session().id(),
                            SeatRequest.as(AttendanceRole.UNIVERSITY_STUDENT));
                    meetings.wish(code, wishes.subList(0, WISHES), away, false, true);
                    return null;
                });
            } catch (DomainException notForThese) {
                // A session that does not take this role, or is full: then somebody less wishes.
                return;
            }
        }
    }
}
