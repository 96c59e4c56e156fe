package tsunagu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.shared.OpenWindow;

/** Events stand in the order of the day that their card shows: the next one that is not over. */
class EventOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

    @Test
    void a_course_whose_first_day_is_over_stands_at_its_second() {
        List<SearchEntry> entries = List.of(
                event(1, "2026-11-21T01:00:00Z", "2026-12-06T01:00:00Z"),
                event(2, "2026-11-29T01:00:00Z"),
                // has begun and is not over
                event(3, "2026-11-28T01:00:00Z", "2026-12-20T01:00:00Z"));
        SearchService search = SearchInMemory.of(entries, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(search.all(SearchQuery.ofAddress(Kind.EVENT, ""), 10))
                .extracting(SearchResult.Found::recordId)
                .containsExactly(3L, 2L, 1L);
    }

    private static SearchEntry event(long id, String... begins) {
        List<SearchEntry.Span> spans = Stream.of(begins)
                .map(Instant::parse)
                .map(each -> new SearchEntry.Span(each, each.plusSeconds(3 * 3600)))
                .toList();
        Instant published = NOW.minusSeconds(86400);
        return new SearchEntry(
                Kind.EVENT,
                id,
                "event" + id,
                new OpenWindow(published, spans.get(spans.size() - 1).ends()),
                Set.of(),
                published,
                spans,
                0,
                0,
                "",
                List.of(),
                List.of(SearchEntry.Field.heading("title", "見学会")));
    }
}
