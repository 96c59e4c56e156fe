package tsunagu.registration;

import java.util.List;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.DomainException;

/**
 * What somebody says who asks for a seat.
 *
 * @param role as whom; null is refused
 * @param visit the class or group they are
 * @param names of those who come along, where a school gives them: a class list; empty otherwise
 * @param answers to what is asked when registering, by question id
 * @param line go into the line when no seat is left
 */
public record SeatRequest(
        AttendanceRole role,
        Companions companions,
        ClassVisit visit,
        List<String> names,
        Map<Long, String> answers,
        boolean line) {

    private static final int LONGEST_NAME = 100;

    /** @throws DomainException when there are more names than people, or a name is no name */
    public SeatRequest {
        names = List.copyOf(names);
        answers = Map.copyOf(answers);
        if (names.size() > companions.persons()) {
            throw new DomainException("event.error.namesMany", companions.persons());
        }
        if (names.stream().anyMatch(name -> name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME)) {
            throw new DomainException("event.error.companionName");
        }
    }

    /** Alone, and not into the line. */
    public static SeatRequest as(AttendanceRole role) {
        return new SeatRequest(role, Companions.NONE, ClassVisit.NONE, List.of(), Map.of(), false);
    }

    public SeatRequest with(Companions others) {
        return new SeatRequest(role, others, visit, names, answers, line);
    }

    public SeatRequest with(ClassVisit group) {
        return new SeatRequest(role, companions, group, names, answers, line);
    }

    public SeatRequest orLine() {
        return new SeatRequest(role, companions, visit, names, answers, true);
    }
}
