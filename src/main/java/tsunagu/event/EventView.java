package tsunagu.event;

import java.time.Instant;
import java.util.List;

/** An event with its sessions. */
public record EventView(
        String code,
        String title,
        EventType type,
        String series,
        String description,
        EventDraft.Visit visit,
        boolean course,
        String programmeId,
        Integer companies,
        String note,
        List<SessionView> sessions) {

    static EventView of(Event event, Instant now) {
        return new EventView(
                event.code(),
                event.title(),
                event.type(),
                event.series(),
                event.description(),
                event.visit(),
                event.course(),
                event.programmeId(),
                event.companies(),
                event.note(),
                event.sessions().stream()
                        .map(session -> SessionView.of(session, now))
                        .toList());
    }
}
