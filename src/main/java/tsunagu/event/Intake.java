package tsunagu.event;

import java.time.Instant;
import java.util.Map;
import tsunagu.shared.DomainException;

/**
 * 受付: how the seats of a session are given, and from when to when people may ask for one.
 *
 * @param opensAt null: as soon as the event is public
 * @param closesAt null: until the session begins; a lottery needs it. First come, first served it may be later, until the session's end
 * @param limits seats for people of one role within the session's own; a role that is not named has no limit of its own
 */
public record Intake(Mode mode, Instant opensAt, Instant closesAt, Map<AttendanceRole, Integer> limits) {

    /** Who gets a seat. */
    public enum Mode {
        FIRST_COME,
        /** Staff say yes or no to each. */
        APPROVAL,
        /** After the end of the intake all who asked are put into an order that nobody chose; see {@code Lottery}. */
        LOTTERY
    }

    public static final Intake SIMPLE = new Intake(Mode.FIRST_COME, null, null, Map.of());

    private static final int MOST = 100_000;

    /** @throws DomainException when the times contradict each other, a lottery has no end, or a limit is impossible */
    public Intake {
        limits = Map.copyOf(limits);
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            throw new DomainException("event.error.intakeTimes");
        }
        if (mode == Mode.LOTTERY && closesAt == null) {
            throw new DomainException("event.error.lotteryEnd");
        }
        if (limits.values().stream().anyMatch(limit -> limit < 0 || limit > MOST)) {
            throw new DomainException("event.error.limit");
        }
    }

    public boolean firstCome() {
        return mode == Mode.FIRST_COME;
    }

    public boolean lottery() {
        return mode == Mode.LOTTERY;
    }

    /** It goes on after the beginning, and has not ended. */
    boolean after(Instant startsAt, Instant now) {
        return closesAt != null && closesAt.isAfter(startsAt) && now.isBefore(closesAt);
    }

    boolean notYet(Instant now) {
        return opensAt != null && now.isBefore(opensAt);
    }

    boolean ended(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }
}
