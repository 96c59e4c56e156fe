package tsunagu.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who somebody is to a provider, which has just said so to this portal (room signon looks that it was the provider).
 *
 * @param issuer the provider's own name, an address
 * @param subject the person's name there; never taken from what they typed, and no mail address, which may go to somebody else one day
 */
public record ProvenSubject(
        @NotNull ProviderKind kind,
        @NotBlank @Size(max = 500) String issuer,
        @NotBlank @Size(max = 255) String subject) {}
