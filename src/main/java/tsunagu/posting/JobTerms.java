package tsunagu.posting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.Audience;
import tsunagu.shared.Feature;

/**
 * A job as a company offers it.
 *
 * @param occupation middle group of 厚生労働省編職業分類
 * @param area where the work is
 * @param wageMin yen per {@code wageUnit}
 * @param wageMax or null
 * @param daysOff a year, or null when not stated
 * @param openings persons sought, or null
 * @param features what is missing is not stated
 * @param helloWorkNumber "" when there is none
 * @param relocationUrl the prefecture's posting that makes this a 移住支援金 target; "" when it is none
 * @param closesOn the last day, included
 * @param asOf the day the information is of (職業安定法5条の4)
 */
public record JobTerms(
        @NotBlank @Size(max = 100) String title,
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String occupation,
        @NotNull Employment employment,
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String area,
        @NotNull WageUnit wageUnit,
        @Positive int wageMin,
        Integer wageMax,
        Integer daysOff,
        Integer openings,
        @NotEmpty Set<Audience> audiences,
        @NotNull Map<Feature, Boolean> features,
        @NotEmpty Map<Term, @NotBlank @Size(max = 2000) String> terms,
        @NotNull @Size(max = 300, message = "web.error.tooLong") String helloWorkNumber,
        @NotNull @Size(max = 500) @Pattern(regexp = "(https://[^\\s/]+\\S*)?") String relocationUrl,
        LocalDate relocationSince,
        @NotNull LocalDate opensOn,
        @NotNull LocalDate closesOn,
        @NotNull LocalDate asOf) {}
