package tsunagu.consultation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * Times an office opens at once: on these days of the week, without holidays.
 *
 * @param minutes length of one
 * @param onlineUrl "" for only at the place
 */
public record Timetable(
        @NotNull(message = "consultation.error.days") LocalDate from,
        @NotNull(message = "consultation.error.days") LocalDate until,
        @NotEmpty(message = "consultation.error.weekdays") Set<DayOfWeek> weekdays,
        @NotNull(message = "consultation.error.hours") LocalTime begin,
        @NotNull(message = "consultation.error.hours") LocalTime end,
        @Min(value = 10, message = "consultation.error.minutes")
                @Max(value = 240, message = "consultation.error.minutes")
                int minutes,
        @NotNull @Size(max = 500) @Pattern(regexp = "(https://\\S+)?", message = "consultation.error.link")
                String onlineUrl) {}
