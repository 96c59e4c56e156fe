package tsunagu.event.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import tsunagu.event.EventList;
import tsunagu.event.EventQuery;
import tsunagu.event.EventService;
import tsunagu.event.ManagedEvent;
import tsunagu.event.SessionTimes;
import tsunagu.web.Texts;

/**
 * The table of events: each page of it is looked up when it is shown, filtered and sorted by the database, so that no event is out of
 * reach however many there are. Lives as long as one request.
 */
public class EventRows extends LazyDataModel<EventRows.Row> {

    private static final long serialVersionUID = 1L;

    private final transient EventService events;
    private final transient Texts texts;

    EventRows(EventService events, Texts texts) {
        this.events = events;
        this.texts = texts;
    }

    /** One line of the table. PrimeFaces asks for getters. */
    public record Row(String code, String title, String type, String first, int sessions, String state) {

        public String getCode() {
            return code;
        }

        public String getTitle() {
            return title;
        }

        public String getType() {
            return type;
        }

        public String getFirst() {
            return first;
        }

        public int getSessions() {
            return sessions;
        }

        public String getState() {
            return state;
        }
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) events.events(query(0, 1, Map.of(), filters)).found();
    }

    @Override
    public List<Row> load(int first, int most, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        EventList list = events.events(query(first, most, sorting, filters));
        return list.events().stream().map(this::row).toList();
    }

    private static EventQuery query(int first, int most, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        FilterMeta title = filters.get("title");
        String words = title == null || title.getFilterValue() == null ? "" : title.getFilterValue().toString();
        SortMeta by = sorting.values().stream().filter(SortMeta::isActive).findFirst().orElse(null);
        return by == null
                ? new EventQuery(words, EventQuery.Order.ENTERED, true, first, most)
                : new EventQuery(
                        words,
                        EventQuery.Order.valueOf(by.getField().toUpperCase(Locale.ROOT)),
                        by.getOrder().isDescending(),
                        first,
                        most);
    }

    private Row row(ManagedEvent managed) {
        String state = managed.draft() ? "draft" : managed.published() ? "published" : "cancelled";
        return new Row(
                managed.event().code(),
                managed.event().title(),
                texts.of("event.type." + managed.event().type()),
                managed.event().sessions().isEmpty() ? "" : firstDay(managed.event().sessions().get(0).times()),
                managed.event().sessions().size(),
                texts.of("event.state." + state));
    }

    /** As far as it is known: "2023-10-21", "2024-03" or "R5". */
    private static String firstDay(SessionTimes times) {
        return switch (times.knownTo()) {
            case TIME, DAY -> times.heldOn().toString();
            case MONTH -> YearMonth.from(times.heldOn()).toString();
            case FISCAL_YEAR -> times.fiscalYear().code();
        };
    }
}
