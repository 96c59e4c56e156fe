package tsunagu.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * What staff write about an event.
 *
 * @param programmeId the programme it feeds, or null for none
 * @param series events of the same series name belong together; "" for none
 * @param course one registration is for all sessions; the first one's way and times of the intake hold for all of them
 */
public record EventDraft(
        @NotBlank(message = "event.error.titleMissing") @Size(max = 200, message = "event.error.titleLong")
                String title,
        @NotNull(message = "event.error.typeMissing") EventType type,
        @Size(max = 300, message = "web.error.tooLong") String programmeId,
        @NotNull @Size(max = 100, message = "event.error.seriesLong") String series,
        @NotNull @Size(max = 4000, message = "event.error.descriptionLong") String description,
        @NotNull @Valid Visit visit,
        boolean course,
        @NotEmpty(message = "event.error.noSession") @Size(max = 1000, message = "web.error.tooLong")
                List<@Valid SessionDraft> sessions) {

    /** People register for each session. */
    public EventDraft(
            String title,
            EventType type,
            String programmeId,
            String series,
            String description,
            Visit visit,
            List<SessionDraft> sessions) {
        this(title, type, programmeId, series, description, visit, false, sessions);
    }

    /** The same as a course. */
    public EventDraft asCourse() {
        return new EventDraft(title, type, programmeId, series, description, visit, true, sessions);
    }

    /** On its own, without a series. */
    public EventDraft(
            String title,
            EventType type,
            String programmeId,
            String description,
            Visit visit,
            List<SessionDraft> sessions) {
        this(title, type, programmeId, "", description, visit, sessions);
    }

    /**
     * What a visitor needs to know.
     *
     * @param area of the municipality, or null when it is held elsewhere or online only
     * @param fee 参加費 in yen, 0 for nothing; null: not said, or not one number
     * @param feeWords beside it: who pays something else, what it is for
     */
    public record Visit(
            @Size(max = 300, message = "web.error.tooLong") String area,
            @NotNull @Size(max = 1000, message = "event.error.visitLong") String access,
            @NotNull @Size(max = 1000, message = "event.error.visitLong") String bring,
            @Min(value = 0, message = "event.error.fee") @Max(value = 1_000_000, message = "event.error.fee")
                    Integer fee,
            @NotNull @Size(max = 200, message = "event.error.feeLong") String feeWords) {

        public static final Visit UNSAID = new Visit(null, "", "");

        /** Nothing is said about a fee. */
        public Visit(String area, String access, String bring) {
            this(area, access, bring, null, "");
        }

        /** For nothing. */
        public Visit free() {
            return new Visit(area, access, bring, 0, "");
        }
    }

    /**
     * @param id of an existing session, null for a new one
     * @param end from the beginning of its day; 24 hours and more when it ends at midnight or later
     * @param capacity null for no limit
     * @param itinerary 行程 of a tour, a stop in each line; "" for none
     */
    public record SessionDraft(
            Long id,
            @NotNull @Size(max = 100, message = "event.error.sessionTitleLong") String title,
            @NotNull(message = "event.error.dateMissing") LocalDate date,
            @NotNull(message = "event.error.startMissing") LocalTime start,
            @NotNull(message = "event.error.endMissing") Duration end,
            @NotNull @Size(max = 200, message = "event.error.placeLong") String place,
            @NotNull
                    @Size(max = 500, message = "event.error.onlineUrl")
                    @Pattern(regexp = "(https://[^\\s/]+\\S*)?", message = "event.error.onlineUrl")
                    String onlineUrl,
            @Min(value = 1, message = "event.error.capacity") @Max(value = 100_000, message = "event.error.capacity")
                    Integer capacity,
            @NotEmpty(message = "event.error.noCountedRole") Set<AttendanceRole> countedRoles,
            @NotNull Intake intake,
            @NotNull @Size(max = 2000, message = "event.error.itineraryLong") String itinerary) {

        /** Within one day. */
        public SessionDraft(
                Long id,
                String title,
                LocalDate date,
                LocalTime start,
                LocalTime end,
                String place,
                String onlineUrl,
                Integer capacity,
                Set<AttendanceRole> countedRoles,
                Intake intake,
                String itinerary) {
            this(
                    id,
                    title,
                    date,
                    start,
                    Duration.between(LocalTime.MIDNIGHT, end),
                    place,
                    onlineUrl,
                    capacity,
                    countedRoles,
                    intake,
                    itinerary);
        }

        /** At one place. */
        public SessionDraft(
                Long id,
                String title,
                LocalDate date,
                LocalTime start,
                LocalTime end,
                String place,
                String onlineUrl,
                Integer capacity,
                Set<AttendanceRole> countedRoles,
                Intake intake) {
            this(id, title, date, start, end, place, onlineUrl, capacity, countedRoles, intake, "");
        }

        /** First come, first served, from publication to the beginning. */
        public SessionDraft(
                Long id,
                String title,
                LocalDate date,
                LocalTime start,
                LocalTime end,
                String place,
                String onlineUrl,
                Integer capacity,
                Set<AttendanceRole> countedRoles) {
            this(id, title, date, start, end, place, onlineUrl, capacity, countedRoles, Intake.SIMPLE);
        }
    }
}
