package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.company.CompanyMerged;
import tsunagu.question.QuestionService;
import tsunagu.search.Kind;
import tsunagu.search.SearchIndex;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.EventCounting;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What staff do with events. */
@ApplicationScoped
@Transactional
public class EventService implements FirstSteps {

    private static final int CODE_LENGTH = 10;

    @Inject
    private EventRepository events;

    @Inject
    private SessionHistory history;

    @Inject
    private jakarta.enterprise.event.Event<SessionMoved> moved;

    @Inject
    private jakarta.enterprise.event.Event<SessionCalledOff> calledOff;

    @Inject
    private jakarta.enterprise.event.Event<EventCalledOff> allOff;

    @Inject
    private jakarta.enterprise.event.Event<SessionArranged> arranged;

    @Inject
    private jakarta.enterprise.event.Event<EventPublished> made;

    @Inject
    private QuestionService questions;

    @Inject
    private ChangeReason reason;

    @Inject
    private SearchIndex index;

    @Inject
    private EventCounting counting;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @return the new event's code, the last part of its address */
    @UseCase(allow = Role.STAFF)
    public String create(@Valid EventDraft draft) {
        Event event = new Event(
                Secrets.name(CODE_LENGTH), draft.type(), draft.title(), draft.description(), draft.programmeId());
        event.guide(draft.visit());
        event.join(draft.series());
        event.bind(draft.course(), false);
        draft.sessions().forEach(session -> arrange(event.addSession(times(session)), session, draft));
        event.requireWhole();
        event.keptBy(currentActor.get().accountId());
        events.add(event);
        return event.code();
    }

    /** Whoever acts looks after it from now on (担当), whoever did before. Nobody outside sees it. */
    @UseCase(allow = Role.STAFF)
    public void takeCharge(String code, int seenVersion) {
        charge(code, seenVersion, currentActor.get().accountId());
    }

    /** Nobody looks after it any more. */
    @UseCase(allow = Role.STAFF)
    public void stepBack(String code, int seenVersion) {
        charge(code, seenVersion, null);
    }

    private void charge(String code, int seenVersion, Long account) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        event.requireOpen();
        event.keptBy(account);
    }

    /** Who looks after it, by name. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Optional<EventRepository.Keeper> keeper(String code) {
        return events.keeper(code);
    }

    /**
     * @param seenVersion of the event the form was filled from
     * @throws tsunagu.shared.ConflictException when somebody changed it since
     */
    @UseCase(allow = Role.STAFF)
    public void change(String code, int seenVersion, @Valid EventDraft draft) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        event.requireOpen();
        if (event.sessions().stream().anyMatch(session -> session.times().startsAt() == null)) {
            throw new DomainException("event.error.paperRecord");
        }
        events.raiseVersion(event);
        event.describe(draft.type(), draft.title(), draft.description(), draft.programmeId());
        event.guide(draft.visit());
        event.join(draft.series());
        boolean asked = history.of(event).values().stream().anyMatch(SessionActivity.Activity::asked);
        event.bind(draft.course(), asked);
        if (event.course() && asked && draft.sessions().stream().anyMatch(each -> each.id() == null)) {
            throw new DomainException("event.error.courseAdded"); // nobody asked them whether they can come on that day
        }
        Map<Long, EventSession> existing =
                event.sessions().stream().collect(Collectors.toMap(EventSession::id, Function.identity()));
        List<Long> kept = draft.sessions().stream()
                .map(EventDraft.SessionDraft::id)
                .filter(Objects::nonNull)
                .toList();
        existing.values().stream()
                .filter(session -> !kept.contains(session.id()))
                .forEach(session -> {
                    if (history.of(session.id()).traces()) {
                        throw new DomainException("event.error.sessionHasRegistrations", session.number());
                    }
                    event.removeSession(session);
                });
        for (EventDraft.SessionDraft session : draft.sessions()) {
            EventSession target = session.id() == null ? event.addSession(times(session)) : existing.get(session.id());
            SessionMoved before = new SessionMoved(target, target.times(), target.place());
            target.move(times(session));
            arrange(target, session, draft);
            if (session.id() != null && event.published()) {
                tell(before);
                events.flush();
                arranged.fire(new SessionArranged(target));
            }
        }
        event.requireWhole();
        if (event.published()) {
            index.put(EventEntries.entry(event));
        }
    }

    /**
     * How many seats people have at sessions whose time or place this change would move: they are told by letter.
     *
     * @return 0 for a draft, whose registrations there are none of
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public int told(String code, @Valid EventDraft draft) {
        Event event = events.get(code);
        Map<Long, EventSession> existing =
                event.sessions().stream().collect(Collectors.toMap(EventSession::id, Function.identity()));
        return !event.published()
                ? 0
                : draft.sessions().stream()
                        .filter(each -> existing.containsKey(each.id()))
                        .filter(each -> existing.get(each.id()).movedBy(times(each), each.place()))
                        .mapToInt(each -> existing.get(each.id()).taken())
                        .sum();
    }

    /** Makes the event public; from now on it feeds its programme's figures. */
    @UseCase(allow = Role.STAFF)
    public void publish(String code, int seenVersion) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        event.publish(clock.instant());
        index.put(EventEntries.entry(event));
        made.fire(new EventPublished(event.id()));
    }

    private void tell(SessionMoved before) {
        EventSession session = before.session();
        if (!session.times().equals(before.timesBefore()) || !session.place().equals(before.placeBefore())) {
            session.revise(clock.instant());
            moved.fire(before);
        }
    }

    /** Back to a draft, as long as nobody registered and nothing was recorded. */
    @UseCase(allow = Role.STAFF)
    public void withdraw(String code, int seenVersion) {
        Event event = untouched(code, seenVersion);
        event.withdraw();
        index.remove(Kind.EVENT, event.id());
    }

    /** A draft that is not wanted any more is gone, with its questions and files. */
    @UseCase(allow = Role.STAFF)
    public void discard(String code, int seenVersion) {
        Event event = untouched(code, seenVersion);
        if (event.state() != Event.State.DRAFT) {
            throw new DomainException("event.error.notDraftAnyMore");
        }
        questions.forget(event.id());
        events.remove(event);
    }

    private Event untouched(String code, int seenVersion) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        if (history.of(event).values().stream().anyMatch(SessionActivity.Activity::traces)) {
            throw new DomainException("event.error.hasTraces");
        }
        return event;
    }

    /**
     * Calls it off. Its page stays and says so; everybody who registered is told, with the calendar entry taken back.
     *
     * @param why as people will read it
     */
    @UseCase(allow = Role.STAFF)
    public void cancel(String code, int seenVersion, String why) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        event.requireOpen();
        if (history.of(event).values().stream().anyMatch(each -> each.present() > 0)) {
            throw new DomainException("event.error.peopleWereThere");
        }
        event.cancel(why, clock.instant());
        reason.because(why);
        for (EventSession session : event.sessions()) {
            if (session.outcome() == SessionOutcome.PLANNED) {
                session.revise(clock.instant());
                calledOff.fire(new SessionCalledOff(session));
            }
        }
        allOff.fire(new EventCalledOff(event.id(), event.cancelledWhy()));
        index.put(EventEntries.entry(event));
    }

    /** A draft like it on the same weekdays of the next fiscal year: for what is held every year. All its days move by as many weeks. */
    @UseCase(allow = Role.STAFF)
    public String copy(String code) {
        Event old = events.get(code);
        Event fresh =
                new Event(Secrets.name(CODE_LENGTH), old.type(), old.title(), old.description(), old.programmeId());
        fresh.guide(old.visit());
        fresh.join(old.series());
        fresh.bind(old.course(), false);
        if (old.sessions().stream().anyMatch(each -> each.times().startsAt() == null)) {
            throw new DomainException("event.error.paperRecord");
        }
        int weeks = old.sessions().stream()
                .map(each -> each.times().heldOn())
                .min(LocalDate::compareTo)
                .map(SessionTimes::weeksToNextYear)
                .orElse(0);
        for (EventSession session : old.sessions()) {
            EventSession next = fresh.addSession(session.times().later(weeks));
            next.arrange(session.title(), session.place(), session.onlineUrl(), session.capacity());
            next.changeItinerary(session.itinerary());
            next.count(session.countedRoles());
            next.take(session.intakeLater(weeks), false);
        }
        fresh.keptBy(currentActor.get().accountId());
        events.add(fresh);
        questions.copy(old.id(), fresh.id());
        return fresh.code();
    }

    /** Says which companies show themselves at the event, and where in the hall; replaces what was said before. */
    @UseCase(allow = Role.STAFF)
    public void exhibit(String code, Map<Long, Exhibit> boothByCompany) {
        events.get(code).exhibit(boothByCompany);
    }

    /** The same of those without an entry in the register, by name. */
    @UseCase(allow = Role.STAFF)
    public void exhibitOutside(String code, Map<String, OutsideExhibit> byName) {
        events.get(code).exhibitOutside(byName);
    }

    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public Map<String, OutsideExhibit> outside(String code) {
        return Collections.unmodifiableMap(events.get(code).outside());
    }

    /** One company more, or another booth for one that has one. */
    @UseCase(allow = Role.STAFF)
    public void exhibit(String code, long companyId, Exhibit exhibit) {
        events.get(code).exhibit(companyId, exhibit);
    }

    /** Who shows something there. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Exhibiting> exhibitors(String code) {
        return events.exhibitors(events.get(code).id());
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public SessionView session(long id) {
        return SessionView.of(events.session(id), clock.instant());
    }

    /** Companies may ask for a booth to the end of that day. @param until null: they cannot */
    @UseCase(allow = Role.STAFF)
    public void letBooths(String code, LocalDate until) {
        Event event = events.get(code);
        event.requireOpen();
        event.letBooths(until);
    }

    void followMerge(@Observes CompanyMerged merge) {
        events.moveExhibitor(merge.merged().id(), merge.into().id());
    }

    /**
     * Says that a session was held or not held, where no check-in or head count says it.
     *
     * @throws tsunagu.shared.ConflictException when the session is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void settle(String code, long sessionId, int seenVersion, boolean held, String why) {
        String said = GivenReason.of(why, "event.error.whyMissing");
        reason.because(said);
        EventSession session = events.session(sessionId);
        if (!session.event().code().equals(code)) {
            throw new NotFoundException("session " + sessionId + " of " + code);
        }
        session.seen(seenVersion);
        session.event().requireOpen();
        Instant now = clock.instant();
        if (held) {
            session.requireDay(now);
        }
        if (!held && history.of(sessionId).anybodyThere()) {
            throw new DomainException("event.error.peopleWereThere");
        }
        if (held) {
            session.markHeld();
        } else if (session.opennessAt(now) != Openness.CLOSED
                && session.times().startsAt().isAfter(now)) {
            session.callOff(said, now);
            calledOff.fire(new SessionCalledOff(session));
            index.put(EventEntries.entry(session.event()));
        } else {
            session.markNotHeld();
        }
    }

    /**
     * Measures of a programme that an event can add to in that year.
     *
     * @param code null for an event that is still to be made
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<EventCounting.Measure> measures(String programmeId, String code, FiscalYear year) {
        return counting.measures(programmeId, code, year);
    }

    /** A part of all events, drafts and cancelled ones among them. */
    @UseCase(allow = Role.STAFF, changes = false)
    public EventList events(EventQuery query) {
        Instant now = clock.instant();
        return new EventList(
                events.count(query),
                events.page(query).stream()
                        .map(event -> ManagedEvent.of(event, now, List.of()))
                        .toList());
    }

    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public ManagedEvent event(String code) {
        Instant now = clock.instant();
        Event event = events.get(code);
        Map<Long, SessionActivity.Activity> activities = history.of(event);
        List<ManagedEvent.ManagedSession> sessions = event.sessions().stream()
                .map(session -> new ManagedEvent.ManagedSession(
                        SessionView.of(session, now),
                        session.onlineUrl(),
                        activities.getOrDefault(session.id(), SessionActivity.Activity.NONE),
                        session.version()))
                .toList();
        return ManagedEvent.of(event, now, sessions);
    }

    private void arrange(EventSession session, EventDraft.SessionDraft draft, EventDraft whole) {
        session.arrange(draft.title(), draft.place(), draft.onlineUrl(), draft.capacity());
        session.changeItinerary(draft.itinerary());
        session.count(draft.countedRoles());
        Intake first = whole.sessions().get(0).intake();
        Intake intake = whole.course()
                ? new Intake(
                        first.mode(),
                        first.opensAt(),
                        first.closesAt(),
                        draft.intake().limits())
                : draft.intake();
        session.take(intake, session.id() != null && history.of(session.id()).asked());
    }

    private static SessionTimes times(EventDraft.SessionDraft draft) {
        return SessionTimes.exact(draft.date(), draft.start(), draft.end());
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                7,
                "event.firstStep",
                "event.firstStep.hint",
                events.anyPublished(),
                "/staff/events/new",
                Set.of(Role.STAFF));
    }
}
