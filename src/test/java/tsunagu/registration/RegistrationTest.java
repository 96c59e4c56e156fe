package tsunagu.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;

/** A registration's life: which step follows which, and when a seat becomes free. */
class RegistrationTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    @Test
    void a_seat_is_given_back_once() {
        Registration seat = registration();
        assertThat(seat.live()).isTrue();
        assertThat(seat.cancel(NOW)).as("a seat became free").isTrue();
        assertThat(seat.live()).isFalse();
        assertThatThrownBy(() -> seat.cancel(NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void leaving_the_waitlist_frees_no_seat_unless_one_was_held() {
        assertThat(registration().inLine().cancel(NOW)).isFalse();
        Registration offered = registration().inLine();
        offered.offer(NOW.plusSeconds(60));
        assertThat(offered.cancel(NOW)).isTrue();
    }

    @Test
    void an_offer_is_taken_until_its_last_moment_and_not_after() {
        Registration late = registration().inLine();
        late.offer(NOW);
        assertThatThrownBy(() -> late.accept(NOW.plusMillis(1))).isInstanceOf(DomainException.class);
        late.accept(NOW);
        assertThat(late.live()).isTrue();
        assertThatThrownBy(() -> late.accept(NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void an_application_is_decided_once() {
        Registration admitted = registration().applied(null);
        assertThat(admitted.waiting()).isTrue();
        admitted.admit();
        assertThatThrownBy(admitted::refuse).isInstanceOf(DomainException.class);
        Registration refused = registration().applied(null);
        refused.refuse();
        assertThatThrownBy(refused::admit).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> refused.drawnToLine(1)).isInstanceOf(DomainException.class);
    }

    @Test
    void what_lapses_frees_a_seat_only_where_one_was_held() {
        assertThat(registration().toBeProven(NOW).lapse()).isTrue();
        assertThat(registration().inLine().lapse()).isFalse();
        assertThat(registration().applied(1).lapse()).isFalse();
    }

    @Test
    void who_is_at_the_door_or_was_vouched_for_needs_no_letter() {
        Registration there = registration().toBeProven(NOW);
        assertThat(there.unproven()).isTrue();
        there.atTheDoor();
        assertThat(there.unproven()).isFalse();
        Registration vouched = registration().toBeProven(NOW).applied(null);
        vouched.admit();
        assertThat(vouched.unproven()).isFalse();
    }

    @Test
    void its_number_is_its_own_however_it_is_read() {
        Registration ticket = registration();
        String digits = ticket.shortCode();
        assertThat(ticket.hasNumber(digits)).isTrue();
        assertThat(ticket.hasNumber(ShortCode.spaced(digits))).isTrue();
        assertThat(ticket.hasNumber(" " + ticket.ticketToken() + "\n")).isTrue();
        assertThat(ticket.hasNumber(registration().ticketToken())).isFalse();
    }

    @Test
    void what_changed_since_it_was_seen_is_not_acted_on() {
        assertThat(registration().seen(0)).isNotNull();
        assertThatThrownBy(() -> registration().seen(1)).isInstanceOf(ConflictException.class);
    }

    private static Registration registration() {
        return new Registration(1L, 2L, AttendanceRole.values()[0], ShortCode.random(), NOW);
    }
}
