package tsunagu.event;

import java.util.Collection;
import java.util.Map;

/**
 * What another room knows of sessions: who asked for a seat, who came. The event room asks before it lets a session go, and shows the
 * numbers to staff; it knows none of the rooms that answer.
 */
public interface SessionActivity {

    /** Of each session that this room knows something of; asked once for all sessions of an event. */
    Map<Long, Activity> of(Collection<Long> sessionIds);

    /**
     * @param traces something was recorded: the session's row must stay
     * @param asked somebody ever asked for a seat
     * @param undecided people who asked for a seat and have no answer yet
     * @param present people checked in, with those who came along
     * @param counted people by head counts; null when nobody entered any: that is "not recorded", not zero
     */
    record Activity(boolean traces, boolean asked, long undecided, long present, Integer counted) {

        public static final Activity NONE = new Activity(false, false, 0, 0, null);

        Activity plus(Activity other) {
            return new Activity(
                    traces || other.traces,
                    asked || other.asked,
                    undecided + other.undecided,
                    present + other.present,
                    counted == null
                            ? other.counted
                            : other.counted == null ? counted : Integer.valueOf(counted + other.counted));
        }

        boolean anybodyThere() {
            return present > 0 || counted != null;
        }
    }
}
