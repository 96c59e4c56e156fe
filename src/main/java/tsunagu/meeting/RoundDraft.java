package tsunagu.meeting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A round as staff set it up.
 *
 * @param session number of the event's session
 * @param begin of the first slot, on the session's day
 * @param closesAt last moment for wishes, in Japan
 */
public record RoundDraft(
        long session,
        @NotNull(message = "meeting.error.begin") LocalTime begin,
        @Min(value = 5, message = "meeting.error.minutes") @Max(value = 120, message = "meeting.error.minutes")
                int minutes,
        @Min(value = 0, message = "meeting.error.pause") @Max(value = 60, message = "meeting.error.pause") int pause,
        @Min(value = 1, message = "meeting.error.slots") @Max(value = 40, message = "meeting.error.slots") int slots,
        @Min(value = 1, message = "meeting.error.most") @Max(value = 40, message = "meeting.error.most") int most,
        @NotNull(message = "meeting.error.closes") LocalDateTime closesAt) {}
