package tsunagu.attendance;

import java.time.Instant;
import java.util.List;

/** What staff see of a session's doors: the devices, and what they did that the rules would not have done. */
public record DoorInbox(DoorView door, List<Device> devices, List<Item> items) {

    /** @param clockOff seconds by which its clock is behind ours @param revokedAt null while it may report */
    public record Device(long id, String openedBy, Instant openedAt, Instant seenAt, int clockOff, Instant revokedAt, int version) {

        public boolean clockWrong() {
            return Math.abs(clockOff) > DoorReportService.CLOCK_SECONDS;
        }
    }

    /**
     * @param person null for one without a registration
     * @param at on the device; {@code received} when we learnt of it
     * @param settledAt null while nobody has looked
     */
    public record Item(
            long id,
            String kind,
            String person,
            Instant at,
            Instant received,
            long device,
            Instant settledAt,
            String note,
            int version) {}
}
