package tsunagu.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import tsunagu.shared.Deliverable;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;

/** One of the accounts an installation starts with, or one of the demonstration. */
public record NewAccount(
        @NotBlank(message = "account.error.nameMissing") @Size(max = 100, message = "account.error.nameLong")
                String name,
        @NotBlank(message = "account.error.emailMissing")
                @Deliverable(message = "account.error.email")
                @Size(max = 254, message = "account.error.email")
                String email,
        @NotNull(message = "account.error.passwordMissing") Secret password,
        @NotEmpty(message = "account.error.noRole") Set<Role> roles) {}
