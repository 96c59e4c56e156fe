package tsunagu.internship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.Audience;

/**
 * What a company offers students.
 *
 * @param workplaceDays of {@code days}, days of work experience at the workplace
 * @param dataUsed whether the company may use what it learns about the student when it recruits (type 3 only)
 * @param hours from when until when on each day, in the company's words; "" when it does not say
 * @param subsidy travel and lodging, "" when there is none
 * @param closesOn last day of application, included
 */
public record InternshipPlan(
        @NotNull InternshipType type,
        @NotBlank @Size(max = 100) String title,
        @NotBlank @Size(max = 4000) String content,
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String area,
        @NotNull @Size(max = 200) String place,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotNull @Size(max = 100) String hours,
        @Positive int days,
        @PositiveOrZero int workplaceDays,
        @NotNull @Size(max = 500) String supervision,
        boolean dataUsed,
        @NotNull @Size(max = 500) String pay,
        @NotNull @Size(max = 500) String subsidy,
        @NotNull @Size(max = 500) String selection,
        Integer capacity,
        @NotEmpty Set<Audience> audiences,
        @NotNull Map<Disclosure, @NotBlank @Size(max = 1000) String> disclosures,
        @NotNull LocalDate opensOn,
        @NotNull LocalDate closesOn,
        @NotNull LocalDate asOf) {}
