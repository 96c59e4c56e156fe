package tsunagu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a phone may do, and which of its times are believed. */
class DoorDeviceTest {

    private static final Instant OPENED = Instant.parse("2026-11-28T00:00:00Z");
    private static final Instant END = OPENED.plus(Duration.ofDays(2));
    private static final Instant LATE = END.plus(Duration.ofDays(5));

    @Test
    void its_time_ends_and_what_it_had_not_sent_is_late() {
        DoorDevice device = device();
        assertThat(device.standing(END.minusSeconds(1))).isEqualTo(DoorStanding.OPEN);
        assertThat(device.late(END.minusSeconds(1))).isFalse();
        assertThat(device.standing(END)).isEqualTo(DoorStanding.ENDED);
        assertThat(device.late(END)).isTrue();
        assertThat(DoorStanding.ENDED.mayReport()).isTrue();
    }

    @Test
    void shut_out_it_reports_nothing_until_staff_say_so() {
        DoorDevice device = device();
        device.takeRecords(OPENED);
        assertThat(device.standing(OPENED))
                .as("nothing to take from a phone that may report")
                .isEqualTo(DoorStanding.OPEN);
        device.revoke(OPENED);
        assertThat(device.standing(OPENED).mayReport()).isFalse();
        assertThat(device.standing(LATE)).isEqualTo(DoorStanding.SHUT);
        device.takeRecords(OPENED);
        assertThat(device.standing(OPENED)).isEqualTo(DoorStanding.RECORDS);
        device.readmit();
        assertThat(device.standing(OPENED)).isEqualTo(DoorStanding.OPEN);
        device.revoke(OPENED);
        assertThat(device.standing(OPENED))
                .as("shut out again, nothing is taken by an old permission")
                .isEqualTo(DoorStanding.SHUT);
    }

    @Test
    void the_first_key_is_the_one_that_opens_what_is_sealed() {
        DoorDevice device = device();
        assertThat(device.seal("one")).isTrue();
        assertThat(device.seal("one")).as("its answer was lost").isTrue();
        assertThat(device.seal("two")).isFalse();
        assertThat(device.sealKey()).isEqualTo("one");
        device.unseal();
        assertThat(device.seal("two")).isTrue();
    }

    @Test
    void a_time_is_believed_between_opening_and_end_however_late_it_comes() {
        DoorDevice device = device();
        Instant then = OPENED.plusSeconds(600);
        assertThat(DoorJudge.within(then, device, LATE)).isEqualTo(then);
        assertThat(DoorJudge.within(OPENED.minusSeconds(1), device, LATE)).isEqualTo(OPENED);
        assertThat(DoorJudge.within(LATE.minusSeconds(60), device, LATE)).isEqualTo(END);
        assertThat(DoorJudge.within(then.plusSeconds(9), device, then)).isEqualTo(then);
        assertThat(DoorJudge.within(null, null, then)).isEqualTo(then);
    }

    private static DoorDevice device() {
        return new DoorDevice(1, "hash", "mark", null, 2, OPENED, END);
    }
}
