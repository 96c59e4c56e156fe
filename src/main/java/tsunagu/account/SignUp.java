package tsunagu.account;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Deliverable;

/**
 * A visitor asks for an account. The password is chosen where the letter's link leads to, by whoever can read the address's letters.
 *
 * @param consent that the text named by {@link SignUpService#CONSENT_VERSION} was agreed to
 * @param company true for somebody who acts for a company; which one, the city or the company itself says later
 * @param next page of the portal to go on to, "" for none
 */
public record SignUp(
        @NotBlank(message = "account.error.nameMissing") @Size(max = 100, message = "account.error.nameLong")
                String name,
        @NotBlank(message = "account.error.emailMissing")
                @Deliverable(message = "account.error.email")
                @Size(max = 254, message = "account.error.email")
                String email,
        @AssertTrue(message = "account.error.consentMissing") boolean consent,
        boolean company,
        @Size(max = 1000, message = "web.error.characters") String next) {}
