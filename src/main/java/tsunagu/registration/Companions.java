package tsunagu.registration;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.DomainException;

/**
 * 同伴者・引率: people who come with somebody and of whom nothing else is known than their kind: a class of pupils with a second teacher
 * and two guardians.
 *
 * @param byRole how many of each kind, 1 to 200 all together; empty for nobody
 */
public record Companions(Map<AttendanceRole, Integer> byRole) {

    public static final Companions NONE = new Companions(Map.of());

    public static final int MOST = 200;

    /** @throws DomainException when a number is impossible */
    public Companions {
        Map<AttendanceRole, Integer> some = new EnumMap<>(AttendanceRole.class);
        byRole.forEach((role, persons) -> {
            if (persons < 0 || persons > MOST) {
                throw new DomainException("event.error.companions", MOST);
            }
            if (persons > 0) {
                some.put(role, persons);
            }
        });
        byRole = Collections.unmodifiableMap(some);
        if (byRole.values().stream().mapToInt(Integer::intValue).sum() > MOST) {
            throw new DomainException("event.error.companions", MOST);
        }
    }

    /**
     * All of one kind.
     *
     * @throws DomainException when the number is impossible, or it is not said as whom they come
     */
    public Companions(int persons, AttendanceRole role) {
        this(persons == 0 ? Map.of() : Map.of(said(role), persons));
    }

    private static AttendanceRole said(AttendanceRole role) {
        if (role == null) {
            throw new DomainException("event.error.companionRole");
        }
        return role;
    }

    /** @param kinds as {@link #stored}; null for nobody */
    public static Companions of(String kinds) {
        return kinds == null
                ? NONE
                : new Companions(Arrays.stream(kinds.split(" "))
                        .map(each -> each.split(":"))
                        .collect(Collectors.toMap(
                                each -> AttendanceRole.valueOf(each[0]), each -> Integer.valueOf(each[1]))));
    }

    /** "PUPIL:28 TEACHER:1", as the columns companion_kinds have it; null for nobody. */
    public String stored() {
        return byRole.isEmpty()
                ? null
                : byRole.entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** All of them together. */
    public int persons() {
        return byRole.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Set<AttendanceRole> roles() {
        return byRole.keySet();
    }

    /**
     * So many came, and nobody said of which kind: the difference is one of the largest kind. A class of which three are ill still has its
     * teachers.
     *
     * @param other as whom they came where nobody was to come along
     */
    public Companions butAll(int persons, AttendanceRole other) {
        if (persons < 0 || persons > MOST) {
            throw new DomainException("event.error.companions", MOST);
        }
        Map<AttendanceRole, Integer> came = new EnumMap<>(AttendanceRole.class);
        came.putAll(byRole);
        int more = persons - persons();
        while (more != 0) {
            AttendanceRole largest = came.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(other);
            int now = came.getOrDefault(largest, 0);
            int then = Math.max(0, now + more);
            came.put(largest, then);
            more -= then - now;
        }
        return new Companions(came);
    }

    /** Seats for them and for whoever they come with. */
    int seats() {
        return 1 + persons();
    }
}
