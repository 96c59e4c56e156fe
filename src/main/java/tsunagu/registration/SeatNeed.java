package tsunagu.registration;

import java.util.EnumMap;
import java.util.Map;
import tsunagu.event.AttendanceRole;

/**
 * Seats that one registration takes, by role: whoever registers has one in a role of their own, companions have theirs in others.
 *
 * @param byRole at least one seat for each role that is named
 */
record SeatNeed(Map<AttendanceRole, Integer> byRole) {

    SeatNeed {
        byRole = Map.copyOf(byRole);
    }

    /** Of somebody who has no seat yet. */
    static final SeatNeed NONE = new SeatNeed(Map.of());

    static SeatNeed of(AttendanceRole role, Companions companions) {
        Map<AttendanceRole, Integer> byRole = new EnumMap<>(AttendanceRole.class);
        byRole.put(role, 1);
        companions.byRole().forEach((kind, persons) -> byRole.merge(kind, persons, Integer::sum));
        return new SeatNeed(byRole);
    }

    static SeatNeed of(Registration registration) {
        return of(registration.role(), registration.companions());
    }

    /** Of both together. */
    SeatNeed and(SeatNeed other) {
        Map<AttendanceRole, Integer> both = new EnumMap<>(AttendanceRole.class);
        byRole.forEach((role, seats) -> both.merge(role, seats, Integer::sum));
        other.byRole.forEach((role, seats) -> both.merge(role, seats, Integer::sum));
        return new SeatNeed(both);
    }

    /** All of them together. */
    int seats() {
        return byRole.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * What this takes more than that, role by role. Five pupils who become five guardians are five seats more for guardians, though the
     * session has not one person more.
     */
    SeatNeed beyond(SeatNeed before) {
        Map<AttendanceRole, Integer> more = new EnumMap<>(AttendanceRole.class);
        byRole.forEach((role, seats) -> {
            int added = seats - before.byRole.getOrDefault(role, 0);
            if (added > 0) {
                more.put(role, added);
            }
        });
        return new SeatNeed(more);
    }
}
