package tsunagu.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagu.shared.GivenReason;

/**
 * 漏えい等, as staff write it down and go on writing.
 *
 * @param persons null: not known yet
 * @param firstOn 速報 was made; null: not yet
 * @param finalOn 確報 was made
 * @param toldOn the persons were told
 * @param closedOn null: goes on
 * @param unreportedWhy why 速報 or 確報 was not due, where one is missing at the end
 */
public record PrivacyIncident(
        @NotNull(message = "privacy.error.foundOn") LocalDate foundOn,
        @NotNull(message = "privacy.error.incidentKind") Kind kind,
        @NotBlank(message = "privacy.error.what") @Size(max = 2000, message = "privacy.error.wordsLong") String what,
        @Min(value = 0, message = "privacy.error.persons") @Max(value = 10_000_000, message = "privacy.error.persons")
                Integer persons,
        LocalDate firstOn,
        LocalDate finalOn,
        LocalDate toldOn,
        @NotNull @Size(max = 2000, message = "privacy.error.wordsLong") String measures,
        LocalDate closedOn,
        @NotNull @Size(max = GivenReason.LONGEST, message = "privacy.error.unreportedLong") String unreportedWhy) {

    /**
     * What its days contradict: it is not over before it was reported, or somebody says why nothing was due.
     *
     * @return sentences by the part of the incident they are about; empty when nothing is wrong
     */
    public Map<String, String> contradictions(LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        if (foundOn != null && foundOn.isAfter(today)) {
            found.put("foundOn", "privacy.error.foundOn");
        }
        Map<String, LocalDate> days = new LinkedHashMap<>();
        days.put("firstOn", firstOn);
        days.put("finalOn", finalOn);
        days.put("toldOn", toldOn);
        days.put("closedOn", closedOn);
        days.forEach((field, day) -> {
            if (day != null && (day.isAfter(today) || foundOn != null && day.isBefore(foundOn))) {
                found.put(field, "privacy.error.incidentDay");
            }
        });
        if (closedOn != null && (firstOn == null || finalOn == null) && unreportedWhy.isBlank()) {
            found.put("unreportedWhy", "privacy.error.unreported");
        }
        return found;
    }

    /** 施行規則43条: what has to be reported to 個人情報保護委員会. */
    public enum Kind {
        SENSITIVE,
        PROPERTY,
        MALICE,
        /** More than a hundred persons. */
        HUNDRED,
        /** Nothing has to be reported; it is kept all the same. */
        OTHER;

        /** 速報: 速やかに, which the commission reads as three to five days. */
        LocalDate firstDue(LocalDate found) {
            return this == OTHER ? null : found.plusDays(5);
        }

        /**
         * 確報 (施行規則44条2項): the thirtieth or sixtieth day, the day on which it became known being the first (個人情報保護委員会
         * ガイドライン 通則編). A day later where that is no working day is not used.
         */
        LocalDate finalDue(LocalDate found) {
            return this == OTHER ? null : found.plusDays(this == MALICE ? 59 : 29);
        }
    }
}
