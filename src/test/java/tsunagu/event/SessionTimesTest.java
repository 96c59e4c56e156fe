package tsunagu.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

class SessionTimesTest {

    @Test
    void a_paper_keeps_what_it_knows_and_no_day_is_invented() {
        assertThat(SessionTimes.fromPaper("2023-10-21").knownTo()).isEqualTo(SessionTimes.KnownTo.DAY);
        SessionTimes month = SessionTimes.fromPaper("2024-03");
        assertThat(month.knownTo()).isEqualTo(SessionTimes.KnownTo.MONTH);
        assertThat(month.fiscalYear().code()).isEqualTo("R5");
        SessionTimes year = SessionTimes.fromPaper("R5");
        assertThat(year.heldOn()).isNull();
        assertThat(year.fiscalYear().code()).isEqualTo("R5");
    }

    @Test
    void times_are_those_of_Japan() {
        SessionTimes times = SessionTimes.exact(LocalDate.of(2026, 4, 1), LocalTime.of(0, 0), LocalTime.of(1, 0));
        assertThat(times.startsAt()).isEqualTo("2026-03-31T15:00:00Z");
        assertThat(times.fiscalYear().code()).isEqualTo("R8");
    }

    /** A session at night had been impossible to enter. */
    @Test
    void a_session_may_end_at_midnight_or_later_and_belongs_to_the_day_it_began_on() {
        LocalDate lastDay = LocalDate.of(2026, 3, 31);
        SessionTimes midnight = SessionTimes.exact(lastDay, LocalTime.of(22, 0), Duration.ofHours(24));
        assertThat(midnight.endsAt()).isEqualTo("2026-03-31T15:00:00Z");
        SessionTimes later = SessionTimes.exact(lastDay, LocalTime.of(22, 0), Duration.ofMinutes(25 * 60 + 30));
        assertThat(later.endsAt()).isEqualTo("2026-03-31T16:30:00Z");
        assertThat(later.fiscalYear().code()).isEqualTo("R7");
        assertThat(later.heldOn()).isEqualTo(lastDay);
        assertThat(later.end()).isEqualTo(Duration.ofMinutes(25 * 60 + 30));
        SessionTimes copy = later.later(52);
        assertThat(copy.endsAt()).isEqualTo("2027-03-30T16:30:00Z");
    }

    /** The copy of what was held on 1 April had landed on 31 March of the same fiscal year. */
    @Test
    void what_is_held_every_year_is_in_the_next_fiscal_year_on_the_same_weekday() {
        for (LocalDate day = LocalDate.of(2023, 4, 1); day.isBefore(LocalDate.of(2029, 4, 1)); day = day.plusDays(1)) {
            LocalDate next = day.plusWeeks(SessionTimes.weeksToNextYear(day));
            assertThat(FiscalYear.of(next))
                    .as(day.toString())
                    .isEqualTo(FiscalYear.of(day).next());
            assertThat(next.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
        }
        assertThat(SessionTimes.weeksToNextYear(LocalDate.of(2026, 4, 1))).isEqualTo(53);
        assertThat(SessionTimes.weeksToNextYear(LocalDate.of(2026, 10, 21))).isEqualTo(52);
    }

    @Test
    void a_session_ends_after_it_starts() {
        assertThatThrownBy(() -> SessionTimes.exact(LocalDate.of(2026, 4, 1), LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(DomainException.class);
    }
}
