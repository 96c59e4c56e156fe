package tsunagu.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Deliverable;
import tsunagu.shared.Secret;

/**
 * An account's owner asks for another address.
 *
 * @param confirmation the account's password, asked for again: whoever has the address has the account
 */
public record NewAddress(
        @NotBlank(message = "account.error.emailMissing")
                @Deliverable(message = "account.error.email")
                @Size(max = 254, message = "account.error.email")
                String email,
        @NotNull(message = "account.error.passwordMissing") Secret confirmation) {}
