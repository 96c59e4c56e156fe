package tsunagu.grant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import tsunagu.company.CompanyName;

/**
 * A decision as staff enter it.
 *
 * @param about what it is paid for when the portal knows it ("participation x7k…"); "" otherwise. Paid once
 * @param personId null when the portal does not know the person
 * @param adults people of the household, or 1; 0 for a company
 * @param minors children of the household; a field "children" of a form would hide what the form is made of from scripts
 * @param amount yen
 * @param round 募集回, where the programme has several a year; null otherwise
 * @param despite why it is decided although a rule speaks against it; "" where none does
 */
public record GrantForm(
        @NotBlank(message = "support.error.programme") @Size(max = 300, message = "web.error.tooLong")
                String programmeId,
        @NotNull @Size(max = 300, message = "web.error.tooLong") String about,
        @NotNull(message = "support.error.recipient") GrantRecipient recipient,
        Long personId,
        Long companyId,
        @NotBlank(message = "support.error.name") @Size(max = 100, message = "support.error.long") String name,
        @NotNull(message = "support.error.people")
                @Min(value = 0, message = "support.error.people")
                @Max(value = 50, message = "support.error.people")
                Integer adults,
        @NotNull(message = "support.error.people")
                @Min(value = 0, message = "support.error.people")
                @Max(value = 50, message = "support.error.people")
                Integer minors,
        @NotNull(message = "support.error.amount")
                @Min(value = 1, message = "support.error.amount")
                @Max(value = 1_000_000_000, message = "support.error.amount")
                Long amount,
        @NotNull(message = "support.error.decidedOn") LocalDate decidedOn,
        @NotNull @Size(max = 500, message = "support.error.long") String note,
        @Min(value = 1, message = "support.error.round") @Max(value = 99, message = "support.error.round")
                Integer round,
        @NotNull @Size(max = 500, message = "support.error.long") String despite) {

    /** To a company of the portal, under the name it has there. */
    GrantForm of(CompanyName company) {
        return new GrantForm(
                programmeId,
                about,
                recipient,
                personId,
                company.id(),
                company.name(),
                adults,
                minors,
                amount,
                decidedOn,
                note,
                round,
                despite);
    }

    /** To somebody who got something before, under the name written then: one recipient counts once. */
    GrantForm under(String writtenBefore) {
        return new GrantForm(
                programmeId,
                about,
                recipient,
                personId,
                companyId,
                writtenBefore,
                adults,
                minors,
                amount,
                decidedOn,
                note,
                round,
                despite);
    }
}
