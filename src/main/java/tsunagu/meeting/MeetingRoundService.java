package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.meeting.MeetingRepository.Guest;
import tsunagu.meeting.MeetingRepository.Host;
import tsunagu.meeting.MeetingRepository.Said;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** Staff set a round up, run it, look at its certificate and publish it. */
@ApplicationScoped
@Transactional
public class MeetingRoundService {

    private static final String PLACED =
            """
            select s.person_id from meeting_seeker s join meeting_round r on r.id = s.round_id join event e on e.id = r.event_id
            where e.code = :record and exists (select 1 from meeting m where m.round_id = s.round_id and m.number = s.number)""";

    @Inject
    private Viewings viewings;

    @Inject
    private MeetingRepository meetings;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** How a round stands. @param wishing people who named somebody @param answered companies that said something */
    public record Standing(int wishing, int wishes, int companies, int answered) {}

    /** One run or change. @param blocking people and companies who would rather meet; empty is what is promised */
    public record Run(
            String kind,
            Instant at,
            String hash,
            String certificate,
            int meetings,
            int people,
            List<String> blocking,
            Map<Reason, Integer> reasons) {}

    /** A line of the whole timetable. */
    public record Line(int slot, Instant begin, String company, int panel, int number, Long person, String name) {}

    /**
     * Sets the round up, or changes it as long as it has not run.
     *
     * @param seen how it was set up when the form was opened, null where it was not
     * @throws DomainException when it has run, wishes would end after the first meeting, or a meeting lies outside of the session's hours
     * @throws tsunagu.shared.ConflictException when somebody else has set it up otherwise since
     */
    @UseCase(allow = Role.STAFF)
    public void set(String eventCode, RoundDraft seen, @Valid RoundDraft draft) {
        MeetingRepository.Hours hours = meetings.hours(eventCode, draft.session())
                .orElseThrow(() -> new DomainException("meeting.error.session"));
        meetings.round(eventCode).map(Round::id).ifPresent(meetings::hold);
        Optional<Round> now = meetings.round(eventCode);
        if (now.filter(Round::ran).isPresent()) {
            throw new DomainException("meeting.error.ran");
        }
        Seen.unchanged(seen, now.map(Round::draft).orElse(null), draft);
        Instant first =
                hours.day().atTime(draft.begin()).atZone(FiscalYear.ZONE).toInstant();
        Instant closes = draft.closesAt().atZone(FiscalYear.ZONE).toInstant();
        if (!closes.isBefore(first)) {
            throw new DomainException("meeting.error.closes");
        }
        Duration all = Duration.ofMinutes((long) draft.slots() * (draft.minutes() + draft.pause()) - draft.pause());
        if (first.isBefore(hours.begin()) || first.plus(all).isAfter(hours.end())) {
            throw new DomainException(
                    "meeting.error.hours", time(hours.begin()), time(hours.end()), time(first), time(first.plus(all)));
        }
        meetings.set(eventCode, draft, first, closes, Secrets.token());
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(FiscalYear.ZONE));
    }

    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public Standing standing(String eventCode) {
        Round round = round(eventCode);
        List<Guest> guests = meetings.guests(round.id(), false).stream()
                .filter(each -> !each.wishes().isEmpty())
                .toList();
        List<Said> said = meetings.said(round.id());
        return new Standing(
                guests.size(),
                guests.stream().mapToInt(each -> each.wishes().size()).sum(),
                said.size(),
                (int) said.stream().filter(each -> !each.favours().isEmpty()).count());
    }

    /**
     * Who meets whom, and when. May be run again until it is published: the same wishes give the same outcome.
     *
     * @throws DomainException before the wishes end, or after it was published
     */
    @UseCase(allow = Role.STAFF)
    public void run(String eventCode) {
        Round round = held(round(eventCode));
        if (round.published()) {
            throw new DomainException("meeting.error.published");
        }
        if (clock.instant().isBefore(round.closesAt())) {
            throw new DomainException("meeting.error.early");
        }
        Preferences preferences = preferences(round);
        if (preferences.seekers().isEmpty()) {
            throw new DomainException("meeting.error.nobody");
        }
        keep(round, "RUN", preferences, FairSchedule.run(preferences, round.slots()));
    }

    /** Everybody is told their timetable; from now on a change moves nobody who is not concerned. */
    @UseCase(allow = Role.STAFF)
    public void publish(String eventCode) {
        Round round = held(round(eventCode));
        if (!round.ran() || round.published()) {
            throw new DomainException("meeting.error.published");
        }
        meetings.publish(round.id(), clock.instant());
        meetings.guests(round.id(), false)
                .forEach(each -> letters.fire(Letter.toPerson(
                        each.person(),
                        "meetings " + round.id() + " " + each.number(),
                        "meeting.letter.published",
                        "/events/" + eventCode + "/meetings",
                        round.eventTitle())));
        meetings.said(round.id())
                .forEach(each -> letters.fire(Letter.toCompany(
                        each.company(),
                        "meetings " + round.id() + " c" + each.company(),
                        "meeting.letter.company",
                        "/company/meetings/" + eventCode,
                        round.eventTitle())));
    }

    /** Takes a person out who does not come, by their number; their places go to others. */
    @UseCase(allow = Role.STAFF)
    public void takeOut(String eventCode, int number) {
        Round round = held(round(eventCode));
        Guest guest = meetings.guests(round.id(), false).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new DomainException("meeting.error.number"));
        meetings.leave(round.id(), guest.person(), clock.instant());
        changed(round);
    }

    /** Somebody dropped out: when the round has run, only what they had changes hands. */
    void changed(Round round) {
        if (!round.ran()) {
            return;
        }
        List<SlotPlan.Placed> before = meetings.placed(round.id());
        Preferences preferences = preferences(round);
        FairSchedule.Outcome outcome = FairSchedule.change(preferences, round.slots(), before);
        keep(round, "CHANGE", preferences, outcome);
        if (round.published()) {
            Map<Integer, Guest> guests =
                    meetings.guests(round.id(), false).stream().collect(Collectors.toMap(Guest::number, each -> each));
            outcome.placed().stream()
                    .filter(each -> !before.contains(each))
                    .forEach(each -> letters.fire(Letter.toPerson(
                            guests.get((int) each.pair().seeker()).person(),
                            "meetings " + round.id() + " " + each.pair().seeker() + " "
                                    + each.pair().table() + " " + clock.instant(),
                            "meeting.letter.changed",
                            "/events/" + round.eventCode() + "/meetings",
                            round.eventTitle())));
        }
    }

    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public List<Run> runs(String eventCode) {
        Map<Long, String> names = names(eventCode);
        return meetings.runs(round(eventCode).id()).stream()
                .map(run -> {
                    JsonObject json = read(run.certificate());
                    Map<Reason, Integer> reasons = new LinkedHashMap<>();
                    json.getJsonArray("notFulfilled")
                            .forEach(each -> reasons.merge(
                                    Reason.valueOf(each.asJsonObject().getString("reason")), 1, Integer::sum));
                    List<String> blocking = new ArrayList<>();
                    json.getJsonArray("blockingPairs")
                            .forEach(each -> blocking.add(each.asJsonObject().getInt("number") + " \u2013 "
                                    + names.getOrDefault(
                                            each.asJsonObject()
                                                    .getJsonNumber("company")
                                                    .longValue(),
                                            "")));
                    long people = json.getJsonArray("meetings").stream()
                            .map(each -> each.asJsonObject().getInt("number"))
                            .distinct()
                            .count();
                    return new Run(
                            run.kind(),
                            run.at(),
                            run.hash(),
                            run.certificate(),
                            json.getJsonArray("meetings").size(),
                            (int) people,
                            blocking,
                            reasons);
                })
                .toList();
    }

    /** The whole timetable. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Line> timetable(String eventCode) {
        Round round = round(eventCode);
        viewings.opened(Viewing.What.MEETING_TIMETABLE, eventCode, PLACED);
        Map<Long, String> names = names(eventCode);
        Map<Integer, Guest> people = meetings.guests(round.id(), true).stream()
                .collect(Collectors.toMap(Guest::number, Function.identity()));
        return meetings.placed(round.id()).stream()
                .map(each -> new Line(
                        each.slot() + 1,
                        round.begin(each.slot()),
                        names.getOrDefault(each.pair().table(), ""),
                        each.panel() + 1,
                        (int) each.pair().seeker(),
                        Optional.ofNullable(people.get((int) each.pair().seeker()))
                                .map(Guest::person)
                                .orElse(null),
                        Optional.ofNullable(people.get((int) each.pair().seeker()))
                                .map(Guest::name)
                                .orElse("")))
                .toList();
    }

    /** Of the latest run. */
    List<Unfulfilled> unfulfilled(Round round, int number) {
        Map<Long, String> names = names(round.eventCode());
        return meetings.runs(round.id()).stream()
                .limit(1)
                .flatMap(run -> read(run.certificate()).getJsonArray("notFulfilled").stream())
                .map(each -> each.asJsonObject())
                .filter(each -> each.getInt("number") == number)
                .map(each -> new Unfulfilled(
                        names.getOrDefault(each.getJsonNumber("company").longValue(), ""),
                        Reason.valueOf(each.getString("reason"))))
                .toList();
    }

    private void keep(Round round, String kind, Preferences preferences, FairSchedule.Outcome outcome) {
        String seed = meetings.seed(round.id());
        meetings.place(round.id(), outcome.placed());
        meetings.keep(
                round.id(),
                kind,
                AllocationProof.of(
                        clock.instant(),
                        seed,
                        round.slots(),
                        preferences,
                        outcome.placed(),
                        outcome.blocking(),
                        outcome.reasons()),
                clock.instant());
    }

    private Preferences preferences(Round round) {
        List<Guest> guests = meetings.guests(round.id(), false).stream()
                .filter(each -> !each.wishes().isEmpty() && each.role() != null)
                .toList();
        Set<Integer> numbers = guests.stream().map(Guest::number).collect(Collectors.toSet());
        List<Seeker> seekers = guests.stream()
                .map(each -> new Seeker(
                        each.number(),
                        each.wishes(),
                        Math.min(round.most(), round.slots() - each.away().size()),
                        each.away()))
                .toList();
        List<Table> tables = meetings.said(round.id()).stream()
                .map(each -> {
                    Set<Long> accepts = guests.stream()
                            .filter(guest ->
                                    each.roles().isEmpty() || each.roles().contains(guest.role()))
                            .map(guest -> (long) guest.number())
                            .collect(Collectors.toSet());
                    int places = each.panels() * (round.slots() - each.closed().size());
                    return new Table(
                            each.company(),
                            each.favours().stream()
                                    .filter(numbers::contains)
                                    .map(Integer::longValue)
                                    .toList(),
                            accepts,
                            each.panels(),
                            each.closed(),
                            each.most() == null ? places : Math.min(places, each.most()));
                })
                .toList();
        return new Preferences(
                seekers,
                tables,
                Lots.drawn(
                        meetings.seed(round.id()),
                        seekers.stream().map(Seeker::id).toList()));
    }

    private Map<Long, String> names(String eventCode) {
        return meetings.companies(eventCode).stream().collect(Collectors.toMap(Host::id, Host::name));
    }

    /** The round as it is when everybody who changes it at this moment has done so. */
    private Round held(Round seen) {
        meetings.hold(seen.id());
        return round(seen.eventCode());
    }

    private Round round(String eventCode) {
        return meetings.asked(eventCode).orElseThrow(() -> new NotFoundException("meetings of " + eventCode));
    }

    private static JsonObject read(String certificate) {
        try (var reader = Json.createReader(new StringReader(certificate))) {
            return reader.readObject();
        }
    }
}
