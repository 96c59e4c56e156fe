package tsunagu.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * 開示・訂正・利用停止の請求, as somebody writes it into the public form.
 *
 * @param asker null while nothing is chosen
 * @param name of whoever asks; what an account or a link says goes before it
 * @param mail "" where they have none; then there is another way to reach them
 * @param contact telephone or postal address, "" where letters by mail will do
 * @param words what is asked for, and of whose data
 */
public record AskedRequest(
        @NotNull(message = "privacy.error.kind") PrivacyRequest.Kind kind,
        @NotNull(message = "privacy.error.asker") PrivacyRequest.Asker asker,
        @NotBlank(message = "privacy.error.name") @Size(max = 100, message = "privacy.error.nameLong") String name,
        @NotNull(message = "web.error.mailAddress") @Size(max = 254, message = "web.error.mailAddress") String mail,
        @NotNull(message = "privacy.error.contact") @Size(max = 200, message = "privacy.error.contactLong")
                String contact,
        @NotBlank(message = "privacy.error.words") @Size(max = 2000, message = "privacy.error.wordsLong")
                String words) {

    /** Some way to answer. */
    boolean reachable() {
        return !mail.isBlank() || !contact.isBlank();
    }
}
