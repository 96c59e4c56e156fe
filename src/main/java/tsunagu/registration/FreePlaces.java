package tsunagu.registration;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * @param waiting what the registrations in the line need, in its order
 * @param day of one of the days of a course; null otherwise
 * @param days of a course, each for itself; empty otherwise. What the whole has left is what the day with the least has
 */
record FreePlaces(
        Integer capacity,
        Integer left,
        Map<AttendanceRole, Integer> limits,
        Map<AttendanceRole, Integer> leftOfLimits,
        List<SeatNeed> waiting,
        LocalDate day,
        List<FreePlaces> days) {

    FreePlaces {
        days = List.copyOf(days);
        limits = Map.copyOf(limits);
        leftOfLimits = Map.copyOf(leftOfLimits);
        waiting = List.copyOf(waiting);
    }

    /** Of one session. */
    FreePlaces(
            Integer capacity,
            Integer left,
            Map<AttendanceRole, Integer> limits,
            Map<AttendanceRole, Integer> leftOfLimits,
            List<SeatNeed> waiting) {
        this(capacity, left, limits, leftOfLimits, waiting, null, List.of());
    }

    /** The same as one of the days of a course; who waits, waits for all of it. */
    FreePlaces on(LocalDate when) {
        return new FreePlaces(capacity, left, limits, leftOfLimits, List.of(), when, List.of());
    }

    /** The same with a line of people who want seats. */
    FreePlaces behind(List<SeatNeed> line) {
        return new FreePlaces(capacity, left, limits, leftOfLimits, line, day, days);
    }

    /** What is left when somebody has got what they need. The days of a course are not told apart any more. */
    FreePlaces without(SeatNeed need) {
        Map<AttendanceRole, Integer> fewer = new EnumMap<>(AttendanceRole.class);
        leftOfLimits.forEach(
                (role, seats) -> fewer.put(role, seats - need.byRole().getOrDefault(role, 0)));
        return new FreePlaces(
                capacity, left == null ? null : left - need.seats(), limits, fewer, waiting, day, List.of());
    }

    /** There are seats for it, whoever waits. */
    boolean has(SeatNeed need) {
        return (left == null || left >= need.seats()) && withinLimits(need);
    }

    /** Of a course: a seat on each of its days, or none. @param waiting in the line of the whole */
    static FreePlaces whole(List<FreePlaces> days, List<SeatNeed> waiting) {
        Map<AttendanceRole, Integer> limits = new EnumMap<>(AttendanceRole.class);
        Map<AttendanceRole, Integer> left = new EnumMap<>(AttendanceRole.class);
        days.forEach(each -> {
            each.limits().forEach((role, seats) -> limits.merge(role, seats, Math::min));
            each.leftOfLimits().forEach((role, seats) -> left.merge(role, seats, Math::min));
        });
        return new FreePlaces(
                least(days, FreePlaces::capacity), least(days, FreePlaces::left), limits, left, waiting, null, days);
    }

    private static Integer least(List<FreePlaces> days, Function<FreePlaces, Integer> seats) {
        return days.stream()
                .map(seats)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
    }

    /** As if nobody waited: for whoever decides that somebody does not have to. */
    FreePlaces passingTheLine() {
        return new FreePlaces(capacity, left, limits, leftOfLimits, List.of(), day, days);
    }

    /** By role what can really be had: a limit of thirty is not thirty seats in a session that has eight. */
    Map<AttendanceRole, Integer> leftByRole() {
        Map<AttendanceRole, Integer> shown = new EnumMap<>(AttendanceRole.class);
        leftOfLimits.forEach(
                (role, seats) -> shown.put(role, Math.max(0, left == null ? seats : Math.min(seats, left))));
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

    /** Roles of it that have limits of their own. */
    Set<AttendanceRole> limited(SeatNeed need) {
        return need.byRole().keySet().stream().filter(limits::containsKey).collect(Collectors.toSet());
    }

    /**
     * Whoever is in the line already is not passed: not by who wants seats of a role with a limit of which they want some as well, and by
     * nobody where they wait for the session's seats. Those wait for it whose roles have room, and who do not stand behind somebody who
     * waits for one of these roles: they are served in the order in which {@link Waitlist#grown} serves them, and who asks now waits only
     * for whom it would not pass. Who can never be served keeps nothing from anybody.
     *
     * @param more seats of the session that are wanted; none where a registration only changes its roles
     * @return registrations, each of one or several people
     */
    private int ahead(SeatNeed added, int more) {
        int ahead = 0;
        Set<AttendanceRole> kept = EnumSet.noneOf(AttendanceRole.class);
        for (SeatNeed each : waiting) {
            if (never(each).isPresent()) {
                continue;
            }
            Set<AttendanceRole> limited = limited(each);
            boolean forRoles = !withinLimits(each) || !Collections.disjoint(limited, kept);
            if (forRoles) {
                kept.addAll(limited);
            }
            if (!Collections.disjoint(limited, added.byRole().keySet()) || more > 0 && !forRoles) {
                ahead++;
            }
        }
        return ahead;
    }

    /**
     * Why these people never find seats here, however long they wait: there are more of them than seats. In the line they would be
     * first one day, and nobody behind them would ever be offered one.
     */
    Optional<DomainException> never(SeatNeed need) {
        if (!days.isEmpty()) {
            return onOneDay("event.error.neverOnDay", each -> each.never(need));
        }
        if (capacity != null && capacity < need.seats()) {
            return Optional.of(new DomainException("event.error.tooMany", capacity, need.seats()));
        }
        return over(limits, need)
                .map(role -> new DomainException(
                        "event.error.tooManyOfRole",
                        Worded.by("event.role." + role),
                        limits.get(role),
                        need.byRole().get(role)));
    }

    /** The sentence for the first day on which they do not fit in, which it names. */
    private Optional<DomainException> onOneDay(String key, Function<FreePlaces, Optional<DomainException>> sentence) {
        return days.stream()
                .flatMap(each -> sentence.apply(each).stream()
                        .map(why -> new DomainException(
                                key,
                                each.day(),
                                Worded.by(why.key(), why.arguments().toArray()))))
                .findFirst();
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
        Optional<DomainException> ofDay = onOneDay("event.error.onDay", each -> each.refusal(before, after));
        if (ofDay.isPresent()) {
            return ofDay;
        }
        if (more > 0 && left != null && left < more) {
            return Optional.of(
                    left <= 0
                            ? new DomainException(keys + "full")
                            : new DomainException(keys + "fewSeats", left, more));
        }
        Optional<AttendanceRole> over = over(leftOfLimits, added);
        if (over.isPresent()) {
            AttendanceRole role = over.get();
            return Optional.of(new DomainException(
                    keys + "fewSeatsOfRole",
                    Worded.by("event.role." + role),
                    leftByRole().get(role),
                    added.byRole().get(role)));
        }
        int ahead = ahead(added, more);
        return ahead == 0 ? Optional.empty() : Optional.of(new DomainException(keys + "lineFirst", ahead));
    }
}
