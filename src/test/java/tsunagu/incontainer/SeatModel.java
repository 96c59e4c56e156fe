package tsunagu.incontainer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.event.AttendanceRole;

/**
 * What the seats of an event's sessions are, said plainly and without the portal's code: everything is counted anew from the list of
 * registrations, whenever it is asked. {@link SeatWalkIT} holds the portal to it.
 *
 * <p>The rules: nobody gets a seat that is not there, nor one of a kind whose limit is reached, nor passes who waits for the same,
 * unless staff give a reason. Who waits is served in the order of asking; a group that is too large for what is free keeps it from
 * those behind it (all seats where it waits for the session's, those of its kinds where it waits for its kinds). Who can never be
 * served is not put in the line, and keeps nothing from anybody.
 */
final class SeatModel {

    enum State {
        CONFIRMED,
        OFFERED,
        WAITING,
        CANCELLED,
        LAPSED
    }

    /** One registration. */
    static final class Seat {
        final String token;
        final String code;
        final long person;
        int room;
        AttendanceRole role;
        int companions;
        AttendanceRole companionRole;
        State state;
        boolean beyond;

        Seat(String token, String code, long person, int room, State state) {
            this.token = token;
            this.code = code;
            this.person = person;
            this.room = room;
            this.state = state;
        }

        Seat of(AttendanceRole who, int others, AttendanceRole asWhom) {
            role = who;
            companions = others;
            companionRole = others == 0 ? null : asWhom;
            return this;
        }

        boolean seated() {
            return state == State.CONFIRMED || state == State.OFFERED;
        }

        boolean live() {
            return seated() || state == State.WAITING;
        }

        Map<AttendanceRole, Integer> need() {
            return SeatModel.need(role, companions, companionRole);
        }
    }

    /** One session. */
    static final class Room {
        Integer capacity;
        final Map<AttendanceRole, Integer> limits;
        int walkIns;

        Room(Integer capacity, Map<AttendanceRole, Integer> limits) {
            this.capacity = capacity;
            this.limits = limits;
        }
    }

    static final Map<AttendanceRole, Integer> NOTHING = Map.of();

    final List<Room> rooms = new ArrayList<>();

    /** In the order in which they asked. */
    final List<Seat> seats = new ArrayList<>();

    /** Who is in, by room. */
    final List<Set<Long>> present = List.of(new HashSet<>(), new HashSet<>());

    /** Who was in and was taken back, by room. */
    final List<Set<Long>> takenBack = List.of(new HashSet<>(), new HashSet<>());

    /** Near the beginning nothing is offered any more. */
    boolean byHand;

    static Map<AttendanceRole, Integer> need(AttendanceRole role, int companions, AttendanceRole companionRole) {
        Map<AttendanceRole, Integer> need = new EnumMap<>(AttendanceRole.class);
        need.put(role, 1);
        if (companions > 0) {
            need.merge(companionRole, companions, Integer::sum);
        }
        return need;
    }

    static int sum(Map<AttendanceRole, Integer> need) {
        return need.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<Seat> in(int room, State... states) {
        Set<State> wanted = Set.of(states);
        return seats.stream()
                .filter(each -> each.room == room && wanted.contains(each.state))
                .toList();
    }

    int taken(int room) {
        return in(room, State.CONFIRMED, State.OFFERED).stream()
                .mapToInt(each -> 1 + each.companions)
                .sum();
    }

    int taken(int room, AttendanceRole role) {
        return in(room, State.CONFIRMED, State.OFFERED).stream()
                .mapToInt(each -> each.need().getOrDefault(role, 0))
                .sum();
    }

    /** More people than the session, or one of its kinds, has seats. */
    boolean never(int room, Map<AttendanceRole, Integer> need) {
        Room at = rooms.get(room);
        return at.capacity != null && sum(need) > at.capacity
                || need.entrySet().stream()
                        .anyMatch(each -> each.getValue() > at.limits.getOrDefault(each.getKey(), Integer.MAX_VALUE));
    }

    private boolean kindsHave(int room, Map<AttendanceRole, Integer> more) {
        return more.entrySet().stream()
                .allMatch(each -> taken(room, each.getKey()) + each.getValue()
                        <= rooms.get(room).limits.getOrDefault(each.getKey(), Integer.MAX_VALUE));
    }

    private boolean roomHas(int room, int more) {
        return rooms.get(room).capacity == null || taken(room) + more <= rooms.get(room).capacity;
    }

    private Set<AttendanceRole> limited(int room, Map<AttendanceRole, Integer> need) {
        Set<AttendanceRole> limited = EnumSet.noneOf(AttendanceRole.class);
        need.keySet().stream().filter(rooms.get(room).limits::containsKey).forEach(limited::add);
        return limited;
    }

    /** Whether somebody waits whom this would pass: with them before it in the line, {@link #settle} would not serve it. */
    private boolean passes(int room, Map<AttendanceRole, Integer> added, int more) {
        Set<AttendanceRole> kept = EnumSet.noneOf(AttendanceRole.class);
        for (Seat each : in(room, State.WAITING)) {
            if (never(room, each.need())) {
                continue;
            }
            Set<AttendanceRole> kinds = limited(room, each.need());
            if (kinds.stream().anyMatch(added::containsKey)) {
                return true;
            }
            if (kinds.stream().anyMatch(kept::contains) || !kindsHave(room, each.need())) {
                kept.addAll(kinds);
            } else if (more > 0) {
                return true;
            }
        }
        return false;
    }

    /** @param before {@link #NOTHING} for who has no seat */
    boolean refuses(
            int room, Map<AttendanceRole, Integer> before, Map<AttendanceRole, Integer> after, boolean passing) {
        if (before.isEmpty() && never(room, after)) {
            return true;
        }
        Map<AttendanceRole, Integer> added = new EnumMap<>(AttendanceRole.class);
        after.forEach((role, many) -> {
            if (many > before.getOrDefault(role, 0)) {
                added.put(role, many - before.getOrDefault(role, 0));
            }
        });
        int more = sum(after) - sum(before);
        return more > 0 && !roomHas(room, more) || !kindsHave(room, added) || !passing && passes(room, added, more);
    }

    /** Whoever is served now gets an offer. */
    void settle(int room) {
        if (byHand) {
            return;
        }
        Set<AttendanceRole> kept = EnumSet.noneOf(AttendanceRole.class);
        for (Seat each : in(room, State.WAITING)) {
            if (never(room, each.need())) {
                continue;
            }
            Set<AttendanceRole> kinds = limited(room, each.need());
            if (kinds.stream().anyMatch(kept::contains) || !kindsHave(room, each.need())) {
                kept.addAll(kinds);
            } else if (roomHas(room, sum(each.need()))) {
                each.state = State.OFFERED;
            } else {
                return;
            }
        }
    }

    boolean registered(int room, long person) {
        return seats.stream().anyMatch(each -> each.room == room && each.person == person && each.live());
    }
}
