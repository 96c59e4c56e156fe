package tsunagu.account;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A visitor asks for a seeker's account.
 *
 * @param consent that the text named by {@link AccountService#CONSENT_VERSION} was agreed to
 */
public record SignUp(
        @NotBlank(message = "account.error.nameMissing") @Size(max = 100, message = "account.error.nameLong") String name,
        @NotBlank(message = "account.error.emailMissing")
                @Email(message = "account.error.email")
                @Size(max = 254, message = "account.error.email")
                String email,
        @NotBlank(message = "account.error.passwordMissing") String password,
        @AssertTrue(message = "account.error.consentMissing") boolean consent) {}
