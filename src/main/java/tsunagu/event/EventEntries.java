package tsunagu.event;

import static tsunagu.search.SearchEntry.Field.core;
import static tsunagu.search.SearchEntry.Field.heading;
import static tsunagu.search.SearchEntry.Field.of;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchEntry;
import tsunagu.search.SearchSource;
import tsunagu.shared.Classification;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.OpenWindow;
import tsunagu.shared.Words;

/** Published events as the lists find them: to come until the last session has ended. */
@ApplicationScoped
class EventEntries implements SearchSource {

    @Inject
    private EventRepository events;

    @Override
    public Stream<SearchEntry> entries() {
        return events.published().stream().map(EventEntries::entry);
    }

    static SearchEntry entry(Event event) {
        String area = event.visit().area();
        return new SearchEntry(
                Kind.EVENT,
                event.id(),
                event.code(),
                new OpenWindow(event.publishedAt(), end(event)),
                facets(event),
                event.publishedAt(),
                spans(event),
                0,
                0,
                event.title(),
                List.of(),
                List.of(
                        heading("title", event.title()),
                        core("type", Words.japanese("event.type." + event.type())),
                        core("description", event.description()),
                        of(
                                "place",
                                event.sessions().stream()
                                        .map(session -> session.title() + " " + session.place())
                                        .distinct()
                                        .collect(Collectors.joining(" / "))),
                        of(
                                "area",
                                area == null
                                        ? ""
                                        : Classification.AREAS.get(area).name()),
                        of(
                                "audience",
                                event.sessions().stream()
                                        .flatMap(session -> session.countedRoles().stream())
                                        .distinct()
                                        .sorted()
                                        .map(role -> Words.japanese("event.role." + role))
                                        .collect(Collectors.joining(" ")))));
    }

    private static Set<String> facets(Event event) {
        Set<String> facets = new HashSet<>();
        facets.add(Facet.EVENT_TYPE.tag(event.type().name()));
        if (event.visit().area() != null) {
            facets.add(Facet.AREA.tag(event.visit().area()));
        }
        for (EventSession session : event.sessions()) {
            if (session.times().heldOn() != null) {
                facets.add(
                        Facet.MONTH.tag(YearMonth.from(session.times().heldOn()).toString()));
            }
            if (!session.onlineUrl().isEmpty()) {
                facets.add(Facet.PLACE.tag("online"));
            }
            if (!session.place().isEmpty()) {
                facets.add(Facet.PLACE.tag("hall"));
            }
            session.countedRoles()
                    .forEach(role -> groups(role).forEach(group -> facets.add(Facet.AUDIENCE_OF_EVENT.tag(group))));
        }
        return facets;
    }

    /** Students are found together and by their kind of school. */
    private static List<String> groups(AttendanceRole role) {
        return switch (role) {
            case UNIVERSITY_STUDENT -> List.of("STUDENT", "UNIVERSITY");
            case KOSEN_STUDENT -> List.of("STUDENT", "KOSEN");
            case HIGH_SCHOOL_STUDENT -> List.of("STUDENT", "HIGH_SCHOOL");
            case JUNIOR_HIGH_STUDENT -> List.of("STUDENT", "JUNIOR_HIGH");
            case PUPIL -> List.of("PUPIL");
            case GUARDIAN -> List.of("GUARDIAN");
            case TEACHER -> List.of("TEACHER");
            case JOB_SEEKER -> List.of("JOB_SEEKER");
            case EMPLOYEE, TRAINEE, HR_OFFICER, MANAGER -> List.of("EMPLOYEE");
            default -> List.of("GENERAL");
        };
    }

    /** Every session that is not called off; a list shows the next one, and is in the order of it. */
    private static List<SearchEntry.Span> spans(Event event) {
        List<EventSession> held = event.sessions().stream()
                .filter(session -> session.outcome() != SessionOutcome.NOT_HELD)
                .toList();
        List<EventSession> shown = held.isEmpty() ? List.copyOf(event.sessions()) : held;
        return shown.isEmpty()
                ? SearchEntry.Span.since(event.publishedAt())
                : shown.stream()
                        .map(session -> new SearchEntry.Span(first(session.times()), last(session.times())))
                        .sorted(Comparator.comparing(SearchEntry.Span::begins))
                        .toList();
    }

    private static Instant first(SessionTimes times) {
        if (times.startsAt() != null) {
            return times.startsAt();
        }
        return (times.heldOn() != null ? times.heldOn() : times.fiscalYear().firstDay())
                .atStartOfDay(FiscalYear.ZONE)
                .toInstant();
    }

    /** The end of the last session; of old records the end of the day, month or year they name. */
    private static Instant end(Event event) {
        return event.sessions().stream()
                .map(session -> last(session.times()))
                .max(Comparator.naturalOrder())
                .orElse(event.publishedAt());
    }

    private static Instant last(SessionTimes times) {
        return switch (times.knownTo()) {
            case TIME -> times.endsAt();
            case DAY -> OpenWindow.ofDays(times.heldOn(), times.heldOn()).until();
            case MONTH ->
                OpenWindow.ofDays(times.heldOn(), YearMonth.from(times.heldOn()).atEndOfMonth())
                        .until();
            case FISCAL_YEAR ->
                OpenWindow.ofDays(
                                times.fiscalYear().firstDay(),
                                times.fiscalYear().lastDay())
                        .until();
        };
    }
}
