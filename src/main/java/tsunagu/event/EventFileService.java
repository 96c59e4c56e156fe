package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Upload;
import tsunagu.shared.UseCase;

/** 配布資料: staff put them to an event, everybody reads those of a public one. */
@ApplicationScoped
@Transactional
public class EventFileService {

    public static final int MOST_FILES = 8;

    @Inject
    private EventRepository events;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param id part of its address */
    public record Attached(long id, String name) {}

    @UseCase(allow = Role.STAFF, changes = false)
    public List<Attached> files(String eventCode) {
        return events.files(events.get(eventCode).id()).stream()
                .map(each -> new Attached(each.id(), each.name()))
                .toList();
    }

    /**
     * Asked before a file is read.
     *
     * @throws DomainException when there is no room for one more
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public void expect(String eventCode) {
        checkRoom(events.get(eventCode).id());
    }

    @UseCase(allow = Role.STAFF)
    public void add(String eventCode, Upload upload) {
        long event = events.get(eventCode).id();
        checkRoom(event);
        events.add(new EventFile(event, upload, clock.instant()));
    }

    /** @throws ConflictException when it is not among the event's files any more: a colleague removed it */
    @UseCase(allow = Role.STAFF)
    public void remove(String eventCode, long fileId) {
        events.remove(find(events.get(eventCode), fileId).orElseThrow(ConflictException::new));
    }

    /** @throws NotFoundException when it is no file of this event, or the event is not public */
    @UseCase(anyone = true, changes = false)
    public Upload read(String eventCode, long fileId) {
        Event event = events.get(eventCode);
        if (event.state() == Event.State.DRAFT && !currentActor.get().hasAny(Set.of(Role.STAFF))) {
            throw new NotFoundException("event " + eventCode);
        }
        return file(event, fileId).upload();
    }

    private void checkRoom(long event) {
        if (events.files(event).size() >= MOST_FILES) {
            throw new DomainException("event.error.filesMany", MOST_FILES);
        }
    }

    private EventFile file(Event event, long fileId) {
        return find(event, fileId).orElseThrow(() -> new NotFoundException("file " + fileId));
    }

    private Optional<EventFile> find(Event event, long fileId) {
        return events.files(event.id()).stream()
                .filter(each -> each.id() == fileId)
                .findFirst();
    }
}
