package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What staff do behind the doors: devices, conflicts, and the list on paper. */
@ApplicationScoped
@Transactional
public class DoorInboxService {

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private DoorRepository door;

    @Inject
    private DoorJudge judge;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Somebody of the list on paper. @param presentAt null when not recorded as present */
    public record Listed(long registration, String code, String name, String role, String state, Instant presentAt) {}

    /** A session's list, by name. */
    public record PaperList(SessionView session, List<Listed> people) {}

    @UseCase(allow = Role.STAFF, changes = false)
    public DoorInbox inbox(long sessionId) {
        EventSession session = events.session(sessionId);
        return new DoorInbox(
                new DoorView(
                        SessionView.of(session, clock.instant()),
                        registrations.registered(sessionId),
                        registrations.present(sessionId)),
                door.devices(sessionId).stream()
                        .map(each -> each.view(registrations.accountName(each.openedBy())))
                        .toList(),
                door.conflicts(sessionId).stream()
                        .map(row -> new DoorInbox.Item(
                                ((Number) row[0]).longValue(),
                                (String) row[1],
                                (String) row[2],
                                DoorReportService.instant(row[3]),
                                DoorReportService.instant(row[4]),
                                ((Number) row[5]).longValue(),
                                DoorReportService.instant(row[6]),
                                (String) row[7]))
                        .toList());
    }

    /** @param note what it was; the attendance itself is mended at the door or on paper */
    @UseCase(allow = Role.STAFF)
    public void settle(long conflictId, String note) {
        door.conflict(conflictId)
                .orElseThrow(() -> new NotFoundException("conflict " + conflictId))
                .settle(note, currentActor.get().accountId(), clock.instant());
    }

    /** A lost phone may not report any more. */
    @UseCase(allow = Role.STAFF)
    public void shutOut(long deviceId) {
        door.device(deviceId)
                .orElseThrow(() -> new NotFoundException("device " + deviceId))
                .revoke(clock.instant());
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public PaperList paper(long sessionId) {
        return new PaperList(
                SessionView.of(events.session(sessionId), clock.instant()),
                door.people(sessionId).stream()
                        .filter(row -> ((Number) row[6]).longValue() == sessionId)
                        .map(row -> new Listed(
                                ((Number) row[0]).longValue(),
                                ShortCode.spaced((String) row[2]),
                                (String) row[3],
                                (String) row[4],
                                (String) row[5],
                                DoorReportService.instant(row[8])))
                        .toList());
    }

    /**
     * Enters who was ticked on paper; who is present already stays as recorded.
     *
     * @param ticket made when the form was opened: the same form sent twice is entered once
     * @return people entered
     */
    @UseCase(allow = Role.STAFF)
    public int enter(long sessionId, Set<Long> cameByRegistration, String ticket) {
        EventSession session = events.session(sessionId);
        Instant now = clock.instant();
        int entered = 0;
        for (long registration : cameByRegistration) {
            DoorJudge.Judged judged = judge.judge(
                    session,
                    DoorFact.paper(registration, ticket + "-" + registration, null),
                    null,
                    currentActor.get().accountId(),
                    session.times().startsAt(),
                    now);
            entered += judged.verdict().outcome() == ScanOutcome.OK && !judged.repeated() ? 1 : 0;
        }
        return entered;
    }
}
