package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionView;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Head counts by role, for people without an account. */
@ApplicationScoped
@Transactional
public class HeadCountService {

    @Inject
    private EventRepository events;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private ChangeReason reason;

    @Inject
    private Clock clock;

    @UseCase(allow = Role.STAFF, changes = false)
    public HeadCountSheet sheet(long sessionId) {
        EventSession session = events.session(sessionId);
        Map<AttendanceRole, HeadCount> counted = byRole(sessionId);
        List<HeadCountSheet.Line> lines = Arrays.stream(AttendanceRole.values())
                .map(role -> line(role, counted.get(role)))
                .toList();
        return new HeadCountSheet(SessionView.of(session, clock.instant()), session.number() > 1, lines);
    }

    /**
     * Replaces the session's head counts; any entry says that the session was held.
     *
     * @throws tsunagu.shared.DomainException before the day of the session
     * @throws ConflictException when somebody entered others since the form was filled
     */
    @UseCase(allow = Role.STAFF)
    public void enter(@Valid HeadCountEntry entry) {
        if (!sheet(entry.sessionId()).stamp().equals(entry.seen())) {
            throw new ConflictException();
        }
        if (!entry.lines().isEmpty()) {
            events.session(entry.sessionId()).requireDay(clock.instant());
        }
        reason.because(entry.source());
        Map<AttendanceRole, HeadCount> before = byRole(entry.sessionId());
        Long by = currentActor.get().accountId();
        for (HeadCountEntry.Line line : entry.lines()) {
            HeadCount.Counted counted = new HeadCount.Counted(
                    line.persons(), Objects.requireNonNullElse(line.newPersons(), line.persons()));
            HeadCount existing = before.remove(line.role());
            if (existing == null) {
                attendances.add(
                        new HeadCount(entry.sessionId(), line.role(), counted, entry.source(), by, clock.instant()));
            } else if (existing.persons() != counted.persons()
                    || existing.newPersons() != counted.newPersons()
                    || !existing.source().equals(entry.source())) {
                existing.recount(counted, entry.source(), by, clock.instant());
            }
        }
        before.values().forEach(attendances::remove);
        if (!entry.lines().isEmpty()) {
            events.markHeld(entry.sessionId());
        }
    }

    private Map<AttendanceRole, HeadCount> byRole(long sessionId) {
        return attendances.headCounts(sessionId).stream()
                .collect(Collectors.toMap(HeadCount::role, Function.identity()));
    }

    private static HeadCountSheet.Line line(AttendanceRole role, HeadCount count) {
        return count == null
                ? new HeadCountSheet.Line(role, null, null, null, null)
                : new HeadCountSheet.Line(
                        role, count.persons(), count.newPersons(), count.source(), count.recordedAt());
    }
}
