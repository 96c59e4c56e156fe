package tsunagu.attendance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tsunagu.event.AttendanceRole;

/**
 * Staff enter how many people without an account came.
 *
 * @param seen stamp of the sheet the form was filled from
 * @param lines only the roles that were counted; a role left out becomes "not recorded" again
 * @param source who counted, and how
 */
public record HeadCountEntry(
        long sessionId,
        @NotNull @Size(max = 300, message = "web.error.tooLong") String seen,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") List<Line> lines,
        @NotBlank(message = "event.error.sourceMissing") @Size(max = 200, message = "event.error.sourceLong")
                String source) {

    /** @param newPersons null means all of them are new */
    public record Line(AttendanceRole role, int persons, Integer newPersons) {}
}
