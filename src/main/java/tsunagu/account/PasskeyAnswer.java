package tsunagu.account;

import jakarta.validation.constraints.Size;

/**
 * What an authenticator answered.
 *
 * @param challenge of the {@link PasskeyQuestion}
 * @param signed as JSON
 */
public record PasskeyAnswer(
        @Size(max = 300, message = "account.error.passkeyWrong") String challenge,
        @Size(max = 20_000, message = "account.error.passkeyWrong") String signed) {}
