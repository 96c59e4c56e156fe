package tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailServerTest {

    @Test
    void the_type_names_the_method_of_the_calendar() {
        assertThat(MailServer.calendarType("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n"))
                .isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
        assertThat(MailServer.calendarType("BEGIN:VCALENDAR\r\n")).isEqualTo("text/calendar; charset=UTF-8");
    }
}
