package tsunagu.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import tsunagu.shared.Deliverable;
import tsunagu.shared.Role;

/** The administrator opens an account for somebody, who chooses its password by the letter's link: nobody knows another's. */
public record InvitedAccount(
        @NotBlank(message = "account.error.nameMissing") @Size(max = 100, message = "account.error.nameLong")
                String name,
        @NotBlank(message = "account.error.emailMissing")
                @Deliverable(message = "account.error.email")
                @Size(max = 254, message = "account.error.email")
                String email,
        @NotEmpty(message = "account.error.noRole") Set<Role> roles) {}
