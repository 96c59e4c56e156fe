package tsunagu.account;

import jakarta.validation.constraints.NotNull;
import tsunagu.shared.Secret;

/**
 * An account's owner chooses another password.
 *
 * @param now the present one
 */
public record NewPassword(
        @NotNull(message = "account.error.passwordNowMissing") Secret now,
        @NotNull(message = "account.error.passwordMissing") Secret wanted) {}
