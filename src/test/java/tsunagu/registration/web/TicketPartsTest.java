package tsunagu.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.Openness;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionTimes;
import tsunagu.event.SessionView;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.SessionCalendar;
import tsunagu.registration.Ticket;
import tsunagu.shared.CityContact;
import tsunagu.shared.Secrets;
import tsunagu.web.QrDrawing;

class TicketPartsTest {

    private static final CityContact CONTACT = new CityContact("産業人材課", "0191-21-0000", "", "jinzai@city.example");

    private static final String TITLE = "とても長い名前のセミナー、その一; 高﨑さんと𠮷田さんが教える、はじめての現場改善と報告・連絡・相談の基礎";

    @Test
    void the_drawn_code_reads_back_as_the_ticket() throws Exception {
        for (int i = 0; i < 200; i++) {
            String token = Secrets.token();
            assertThat(read(QrDrawing.svg(token))).isEqualTo(token);
        }
    }

    @Test
    void the_calendar_entry_folds_by_octets_and_escapes_as_the_standard_says() throws Exception {
        String text = SessionCalendar.text(ticket(), "https://city.example/events/code", CONTACT);
        new CalendarBuilder().build(new StringReader(text));
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .as(line)
                .isLessThanOrEqualTo(75));
        String unfolded = text.replaceAll("\r\n[ \t]", "");
        assertThat(unfolded)
                .contains("SUMMARY:" + TITLE.replace(";", "\\;"))
                .contains("DTSTART:20261205T010000Z")
                .contains("STATUS:CONFIRMED")
                .contains("SEQUENCE:0")
                .contains("DTSTAMP:20261123T000000Z", "LAST-MODIFIED:20261123T000000Z")
                .contains("URL:https://city.example/events/code")
                .contains("CONTACT:産業人材課 0191-21-0000 jinzai@city.example")
                .contains("ORGANIZER;CN=\"産業人材課\":mailto:jinzai@city.example")
                .doesNotContain(ticket().token());
    }

    /** Programs keep the older entry of two with one SEQUENCE and one DTSTAMP. */
    @Test
    void what_was_moved_has_a_later_stamp_and_a_higher_number() throws Exception {
        String text = SessionCalendar.text(
                ticket(2, Instant.parse("2026-11-27T03:00:00Z")), "https://city.example/events/code", CityContact.NONE);
        VEvent entry = (VEvent) new CalendarBuilder()
                .build(new StringReader(text))
                .getComponents("VEVENT")
                .get(0);
        assertThat(entry.getSequence().getSequenceNo()).isEqualTo(2);
        assertThat(entry.getDateTimeStamp().getDate()).isEqualTo("2026-11-27T03:00:00Z");
        assertThat(entry.getLastModified().getDate()).isEqualTo("2026-11-27T03:00:00Z");
        assertThat(text).doesNotContain("CONTACT", "ORGANIZER");
    }

    private static Ticket ticket() {
        return ticket(0, Instant.parse("2026-11-20T00:00:00Z"));
    }

    /** Nobody is sent to the room of another day. */
    @Test
    void each_day_of_a_course_has_its_own_way_to_take_part() {
        Ticket course = ticket(
                List.of(session(1, 5, 0, null), session(2, 12, 0, null)), Map.of(2L, "https://example.jp/second"));
        String calendar = SessionCalendar.text(course, "https://tsunagu.example/events/code", CONTACT)
                .replace("\r\n ", "");
        String[] days = calendar.split("BEGIN:VEVENT");
        assertThat(days[1]).doesNotContain("example.jp/second");
        assertThat(days[2]).contains("example.jp/second");
    }

    private static Ticket ticket(int sequence, Instant revised) {
        return ticket(List.of(session(1, 5, sequence, revised)), Map.of());
    }

    private static SessionView session(long id, int day, int sequence, Instant revised) {
        return new SessionView(
                id,
                (int) id,
                "",
                SessionTimes.exact(LocalDate.of(2026, 12, day), LocalTime.of(10, 0), LocalTime.of(12, 0)),
                "なのはなプラザ",
                false,
                10,
                1,
                9,
                SessionOutcome.PLANNED,
                Openness.OPEN,
                List.of(AttendanceRole.EMPLOYEE),
                "code",
                TITLE,
                EventType.SEMINAR,
                sequence,
                revised,
                tsunagu.event.Intake.SIMPLE,
                "",
                true,
                "",
                List.of());
    }

    private static Ticket ticket(List<SessionView> sessions, Map<Long, String> links) {
        return new Ticket(
                "secret-token-of-22-chars",
                "1234-5678",
                "試験 花子",
                AttendanceRole.EMPLOYEE,
                sessions.get(0),
                "",
                links,
                "CONFIRMED",
                0,
                null,
                Instant.parse("2026-11-23T00:00:00Z"),
                null,
                false,
                null,
                Companions.NONE,
                ClassVisit.NONE,
                null,
                null,
                sessions,
                List.of());
    }

    /** Paints the drawing's squares, four dots each, and lets a reader look at them. */
    private static String read(String svg) throws Exception {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(size.find()).isTrue();
        int modules = Integer.parseInt(size.group(1));
        int scale = 4;
        int[] pixels = new int[modules * modules * scale * scale];
        Arrays.fill(pixels, 0xffffff);
        Matcher squares = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (squares.find()) {
            for (int dot = 0; dot < scale * scale; dot++) {
                int x = Integer.parseInt(squares.group(1)) * scale + dot % scale;
                int y = Integer.parseInt(squares.group(2)) * scale + dot / scale;
                pixels[y * modules * scale + x] = 0;
            }
        }
        RGBLuminanceSource picture = new RGBLuminanceSource(modules * scale, modules * scale, pixels);
        // A drawing is no photograph: the reader need not search for the code in it, which fails once in some thousand
        // drawings.
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
