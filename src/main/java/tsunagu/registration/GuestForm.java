package tsunagu.registration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody without an account registers.
 *
 * @param reading of the name, "" when not given
 * @param email "" only where the event asks for none
 * @param agreed that name and address are used for this event
 */
public record GuestForm(
        @NotBlank(message = "event.error.guestName") @Size(max = 100, message = "event.error.guestName") String name,
        @NotNull @Size(max = 200, message = "event.error.guestReading") String reading,
        @NotNull @Size(max = 254, message = "web.error.mailAddress") String email,
        @AssertTrue(message = "event.error.agreed") boolean agreed) {}
