package tsunagu.internship;

import java.time.LocalDate;
import tsunagu.company.CompanyName;

/**
 * What somebody takes part in.
 *
 * @param dataUsed whether the company may use what it learns about the student when it recruits (type 3 only)
 * @param open applications come in now
 */
public record InternshipTarget(
        long id,
        String code,
        String title,
        CompanyName company,
        InternshipType type,
        boolean dataUsed,
        LocalDate startsOn,
        LocalDate endsOn,
        String hours,
        String place,
        Integer capacity,
        String subsidy,
        boolean open) {}
