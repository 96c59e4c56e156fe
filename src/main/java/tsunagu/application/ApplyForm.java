package tsunagu.application;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tsunagu.shared.Deliverable;
import tsunagu.shared.Telephone;
import tsunagu.shared.TelephoneNumber;

/**
 * What a seeker hands to a company: these fields and nothing else.
 *
 * @param edition of the posting's terms that was read
 * @param atHighSchool 高校に在学中か; true is refused, because such applications go by school and ハローワーク
 * @param answers to the posting's questions, in their order
 * @param agreed that these fields go to this company
 */
public record ApplyForm(
        int edition,
        @NotBlank(message = "application.error.name") @Size(max = 100, message = "application.error.long") String name,
        @NotBlank(message = "application.error.email")
                @Deliverable(message = "application.error.email")
                @Size(max = 254, message = "web.error.mailAddress")
                String email,
        @NotNull @Telephone(message = "application.error.phone") @Size(max = 60, message = "web.error.tooLong")
                String phone,
        @NotNull(message = "application.error.highSchoolAnswer") Boolean atHighSchool,
        @NotNull @Size(max = 2000, message = "application.error.long") String career,
        @NotBlank(message = "application.error.message") @Size(max = 2000, message = "application.error.long")
                String message,
        @NotNull @Size(max = 50, message = "web.error.tooLong")
                List<
                                @NotBlank(message = "application.error.answer")
                                @Size(max = 1000, message = "application.error.long") String>
                        answers,
        @AssertTrue(message = "application.error.agreed") boolean agreed) {
    /** The number as it is kept, however it was typed. */
    public ApplyForm {
        phone = TelephoneNumber.tidy(phone);
    }
}
