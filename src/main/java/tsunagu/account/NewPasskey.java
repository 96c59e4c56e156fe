package tsunagu.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An account's owner adds a passkey. @param name by which they will know it */
public record NewPasskey(
        @NotBlank(message = "account.error.passkeyName") @Size(max = 60, message = "account.error.passkeyNameLong")
                String name,
        @NotNull @Valid PasskeyAnswer answer) {}
