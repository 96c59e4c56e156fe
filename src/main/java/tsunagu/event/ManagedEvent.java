package tsunagu.event;

import java.time.Instant;
import java.util.List;

/** An event as staff manage it. @param closedAt null as long as it is worked with @param over all of it is past */
public record ManagedEvent(
        long id,
        EventView event,
        boolean draft,
        boolean published,
        Instant closedAt,
        boolean over,
        int version,
        List<ManagedSession> sessions) {

    /**
     * @param activity who asked, who came
     * @param version of the session
     */
    public record ManagedSession(
            SessionView session, String onlineUrl, SessionActivity.Activity activity, int version) {

        /** People checked in. */
        public long present() {
            return activity.present();
        }

        /** Null when nobody entered any: that is "not recorded", not zero. */
        public Integer headCounts() {
            return activity.counted();
        }

        /** Asked for a seat and have no answer yet: staff or a lottery decide. */
        public long undecided() {
            return activity.undecided();
        }

        /** Somebody registered, or something was recorded. */
        public boolean traces() {
            return activity.traces();
        }

        /** It has begun, or is an old record. */
        public boolean begun(Instant now) {
            return session.times().startsAt() == null
                    || !session.times().startsAt().isAfter(now);
        }

        /** Somebody was recorded one by one, or it was said that nobody came: then zero is a statement. */
        public boolean counted() {
            return present() > 0 || session.outcome() != SessionOutcome.PLANNED && headCounts() == null;
        }
    }

    /** Nobody registered and nothing was recorded: it may become a draft again, and a draft may be thrown away. */
    public boolean untouched() {
        return sessions.stream().noneMatch(ManagedSession::traces);
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** An old record without exact times cannot be edited: the form would ask for hours nobody knows. Nor can what is closed. */
    public boolean editable() {
        return !closed() && exact();
    }

    /** All its hours are known. */
    public boolean exact() {
        return event.sessions().stream().allMatch(session -> session.times().knownTo() == SessionTimes.KnownTo.TIME);
    }

    static ManagedEvent of(Event event, Instant now, List<ManagedSession> sessions) {
        return new ManagedEvent(
                event.id(),
                EventView.of(event, now),
                event.state() == Event.State.DRAFT,
                event.published(),
                event.closedAt(),
                event.over(now),
                event.version(),
                sessions);
    }
}
