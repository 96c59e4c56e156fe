package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    /** シルバーウィーク 2026: Saturday to Wednesday without a working day. */
    @Test
    void holidays_in_a_row_are_no_working_days() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 9, 18), 1)).isEqualTo(LocalDate.of(2026, 9, 24));
        assertThat(WorkingDays.after(LocalDate.of(2026, 9, 18), 2)).isEqualTo(LocalDate.of(2026, 9, 25));
    }

    @Test
    void the_offices_are_closed_at_the_turn_of_the_year() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 28), 1)).isEqualTo(LocalDate.of(2027, 1, 4));
    }
}
