package tsunagu.registration;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.DomainException;
import tsunagu.shared.Worded;

/**
 * What a session has left at one moment, and the sentence for a group that does not fit in. Judged under the session's lock it is the
 * decision; read without it, it only explains one.
 *
 * @param capacity seats of the session; null without a limit
 * @param left of them; null without a limit. Negative where staff gave seats beyond it
 * @param limits seats for each role that has a limit of its own
 * @param leftOfLimits of them; negative as above
 * @param waiting registrations in the line, by role
 */
record FreePlaces(
        Integer capacity,
        Integer left,
        Map<AttendanceRole, Integer> limits,
        Map<AttendanceRole, Integer> leftOfLimits,
        Map<AttendanceRole, Integer> waiting) {

    FreePlaces {
        limits = Map.copyOf(limits);
        leftOfLimits = Map.copyOf(leftOfLimits);
        waiting = Map.copyOf(waiting);
    }

    /** As if nobody waited: for whoever decides that somebody does not have to. */
    FreePlaces passingTheLine() {
        return new FreePlaces(capacity, left, limits, leftOfLimits, Map.of());
    }

    /** By role what can really be had: a limit of thirty is not thirty seats in a session that has eight. */
    Map<AttendanceRole, Integer> leftByRole() {
        Map<AttendanceRole, Integer> shown = new EnumMap<>(AttendanceRole.class);
        leftOfLimits.forEach((role, seats) -> shown.put(role, Math.max(0, left == null ? seats : Math.min(seats, left))));
        return shown;
    }

    /** Whether the roles' own limits leave room for it. */
    boolean withinLimits(SeatNeed need) {
        return over(leftOfLimits, need).isEmpty();
    }

    private static Optional<AttendanceRole> over(Map<AttendanceRole, Integer> seats, SeatNeed need) {
        return need.byRole().entrySet().stream()
                .filter(each -> seats.containsKey(each.getKey()) && seats.get(each.getKey()) < each.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /**
     * Whoever is in the line already is not passed: nobody of it, or, where roles have limits of their own, nobody of the roles in
     * which seats are wanted.
     *
     * @param more seats of the session that are wanted; none where a registration only changes its roles
     * @return registrations, each of one or several people
     */
    private int ahead(SeatNeed added, int more) {
        return waiting.entrySet().stream()
                .filter(each -> leftOfLimits.isEmpty() ? more > 0
                        : added.byRole().containsKey(each.getKey()) && (more > 0 || leftOfLimits.containsKey(each.getKey())))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * Why these people never find seats here, however long they wait: there are more of them than seats. In the line they would be
     * first one day, and nobody behind them would ever be offered one.
     */
    Optional<DomainException> never(SeatNeed need) {
        if (capacity != null && capacity < need.seats()) {
            return Optional.of(new DomainException("event.error.tooMany", capacity, need.seats()));
        }
        return over(limits, need).map(role -> new DomainException(
                "event.error.tooManyOfRole", Worded.by("event.role." + role), limits.get(role), need.byRole().get(role)));
    }

    /**
     * Why seats are refused, with the numbers people have to know.
     *
     * @param before what the registration has already; {@link SeatNeed#NONE} for a newcomer
     * @param after what it is to have
     * @return empty when there is room
     */
    Optional<DomainException> refusal(SeatNeed before, SeatNeed after) {
        String keys = before.seats() == 0 ? "event.error." : "event.error.more.";
        SeatNeed added = after.beyond(before);
        int more = after.seats() - before.seats();
        if (before.seats() == 0 && never(after).isPresent()) {
            return never(after);
        }
        if (more > 0 && left != null && left < more) {
            return Optional.of(left <= 0 ? new DomainException(keys + "full") : new DomainException(keys + "fewSeats", left, more));
        }
        Optional<AttendanceRole> over = over(leftOfLimits, added);
        if (over.isPresent()) {
            AttendanceRole role = over.get();
            return Optional.of(new DomainException(
                    keys + "fewSeatsOfRole", Worded.by("event.role." + role), leftByRole().get(role), added.byRole().get(role)));
        }
        int ahead = ahead(added, more);
        return ahead == 0 ? Optional.empty() : Optional.of(new DomainException(keys + "lineFirst", ahead));
    }
}
