package tsunagu.seeker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Telephone;
import tsunagu.shared.TelephoneNumber;

/**
 * What a person writes once and hands to companies again and again: forms begin with it. A company gets it when it is sent, and never from here.
 *
 * @param finishes the year in which they leave the school, or null
 * @param career これまでの学びや仕事
 * @param presentation 自己PR
 */
public record OwnSheet(
        @NotNull @Size(max = 100, message = "seeker.error.long") String school,
        @NotNull @Size(max = 100, message = "seeker.error.long") String course,
        @Min(value = 1950, message = "seeker.error.finishes") @Max(value = 2100, message = "seeker.error.finishes")
                Integer finishes,
        @NotNull @Telephone(message = "application.error.phone") @Size(max = 60, message = "web.error.tooLong")
                String phone,
        @NotNull @Size(max = OwnSheet.LONGEST_CAREER, message = "seeker.error.long") String career,
        @NotNull @Size(max = 1000, message = "seeker.error.long") String presentation) {

    /** With the line of the school before it, it fits into the form of an application. */
    public static final int LONGEST_CAREER = 1700;

    public static final OwnSheet NONE = new OwnSheet("", "", null, "", "", "");

    /** The number as it is kept, however it was typed. */
    public OwnSheet {
        phone = TelephoneNumber.tidy(phone);
    }

    public boolean empty() {
        return equals(NONE);
    }

    /** The same with what was just sent to a company. */
    public OwnSheet with(String sentPhone, String sentCareer) {
        return new OwnSheet(school, course, finishes, sentPhone, sentCareer, presentation);
    }
}
