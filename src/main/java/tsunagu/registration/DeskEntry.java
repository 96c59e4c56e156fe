package tsunagu.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Staff enter a registration for somebody who telephones, faxes or stands at the counter.
 *
 * @param reading of the name, "" when not given
 * @param email "" for none: then no letter goes out, and the number is told at once
 * @param beyondWhy reason for a seat where there is none within the limits, or others wait; "" for no such seat
 * @param note "" for none
 */
public record DeskEntry(
        @NotBlank(message = "event.error.guestName") @Size(max = 100, message = "event.error.guestName") String name,
        @NotNull @Size(max = 200, message = "event.error.guestReading") String reading,
        @NotNull @Size(max = 254, message = "web.error.mailAddress") String email,
        @NotNull(message = "event.error.channel") Channel channel,
        @NotNull @Size(max = 500, message = "event.error.beyondWhy") String beyondWhy,
        @NotNull @Size(max = 1000, message = "event.error.note") String note) {}
