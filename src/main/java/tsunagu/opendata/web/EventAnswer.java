package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import tsunagu.event.EventType;
import tsunagu.event.Openness;
import tsunagu.event.SessionTimes;
import tsunagu.event.SessionView;
import tsunagu.finding.EventCard;
import tsunagu.finding.EventPageView;
import tsunagu.web.PublicAddress;

/** An event; from {@code description} on what only the record by itself has. @param fee in yen; none: not said as one number */
@JsonbPropertyOrder({
    "code",
    "title",
    "type",
    "cancelled",
    "sessions",
    "area",
    "url",
    "description",
    "access",
    "bring",
    "fee",
    "feeWords",
    "exhibitors"
})
public record EventAnswer(
        String code,
        String title,
        EventType type,
        boolean cancelled,
        List<Session> sessions,
        Optional<String> area,
        String url,
        Optional<String> description,
        Optional<String> access,
        Optional<String> bring,
        Optional<Integer> fee,
        Optional<String> feeWords,
        Optional<List<Exhibitor>> exhibitors) {

    /** The address of an online session is for those who registered, and is not here. @param fiscalYear where no time is known */
    @JsonbPropertyOrder({"title", "place", "online", "registration", "startsAt", "endsAt", "fiscalYear", "seatsLeft"})
    public record Session(
            String title,
            String place,
            boolean online,
            Openness registration,
            Optional<String> startsAt,
            Optional<String> endsAt,
            Optional<String> fiscalYear,
            Optional<Integer> seatsLeft) {

        private static Session of(SessionView session) {
            Optional<SessionTimes> times = Optional.of(session.times());
            Optional<SessionTimes> known = times.filter(each -> each.startsAt() != null);
            return new Session(
                    session.title(),
                    session.place(),
                    session.online(),
                    session.openness(),
                    known.map(each -> JapanTime.of(each.startsAt())),
                    known.map(each -> JapanTime.of(each.endsAt())),
                    known.isPresent()
                            ? Optional.empty()
                            : times.map(each -> each.fiscalYear().code()),
                    Optional.ofNullable(session.seatsLeft()));
        }
    }

    @JsonbPropertyOrder({"code", "name", "booth"})
    /** @param code none: no entry in the register of companies */
    public record Exhibitor(Optional<String> code, String name, String booth) {}

    static EventAnswer of(EventCard card, PublicAddress address) {
        return of(card, address, Optional.empty());
    }

    static EventAnswer of(EventPageView event, PublicAddress address) {
        return of(event.card(), address, Optional.of(event));
    }

    private static EventAnswer of(EventCard card, PublicAddress address, Optional<EventPageView> whole) {
        return new EventAnswer(
                card.code(),
                card.title(),
                card.type(),
                card.cancelled(),
                card.sessions().stream().map(Session::of).toList(),
                Optional.ofNullable(card.area()),
                address.of("/events/" + card.code()),
                whole.map(EventPageView::description),
                whole.map(EventPageView::access),
                whole.map(EventPageView::bring),
                whole.map(EventPageView::fee),
                whole.map(EventPageView::feeWords),
                whole.map(EventAnswer::exhibitors));
    }

    private static List<Exhibitor> exhibitors(EventPageView event) {
        return event.exhibitors().stream()
                .map(each -> new Exhibitor(Optional.ofNullable(each.code()), each.name(), each.booth()))
                .toList();
    }
}
