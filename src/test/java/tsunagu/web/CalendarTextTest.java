package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a calendar program is told to do with the entries. */
class CalendarTextTest {

    @Test
    void what_is_called_off_is_taken_out_and_everything_else_is_put_in() {
        assertThat(CalendarText.folded(CalendarText.calendar(List.of())))
                .contains("VERSION:2.0\r\n", "METHOD:PUBLISH\r\n");
        assertThat(CalendarText.folded(CalendarText.cancelled(List.of())))
                .contains("METHOD:CANCEL\r\n")
                .doesNotContain("PUBLISH");
    }

    @Test
    void a_feed_has_a_name_and_says_how_often_to_ask() {
        assertThat(CalendarText.folded(CalendarText.feed("つなぐ", "https://city.example/events", List.of())))
                .contains(
                        "NAME:つなぐ\r\n",
                        "X-WR-CALNAME:つなぐ\r\n",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n",
                        "X-PUBLISHED-TTL:PT1H\r\n",
                        "URL:https://city.example/events\r\n");
    }
}
