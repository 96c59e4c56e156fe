package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import tsunagu.shared.CityContact;

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

    @Test
    void a_ticket_reminds_the_day_before() {
        Instant begins = Instant.parse("2027-02-10T04:00:00Z");
        VEvent event = CalendarText.entry(
                new CalendarText.Told(
                        "a@tsunagu",
                        begins,
                        begins.plusSeconds(3600),
                        "見学",
                        "オンライン",
                        "受付番号：6811-2511",
                        "https://city.example/events/a",
                        0,
                        begins,
                        true),
                CityContact.NONE);
        CalendarText.remind(event, Duration.ofDays(1));
        assertThat(CalendarText.folded(CalendarText.calendar(List.of(event))))
                .contains(
                        "LOCATION:オンライン\r\n",
                        "BEGIN:VALARM\r\n",
                        "TRIGGER:-P1D\r\n",
                        "ACTION:DISPLAY\r\n",
                        "DESCRIPTION:見学\r\nEND:VALARM\r\nEND:VEVENT\r\n");
    }
}
