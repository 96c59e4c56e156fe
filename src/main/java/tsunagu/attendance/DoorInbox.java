package tsunagu.attendance;

import java.time.Instant;
import java.util.List;

/** What staff see of a session's doors: the devices, and what they did that the rules would not have done. */
public record DoorInbox(DoorView door, List<Device> devices, List<Item> items, List<DoorInvitationView> invitations) {

    private static final double MINUTE = 60;

    /**
     * @param called the name both sides show; "" for none
     * @param invited whoever holds it came by an invitation of {@code openedBy}
     * @param clockOff seconds by which its clock is behind ours
     * @param revokedAt null while it may report
     * @param recordsAt since when its unsent records are taken all the same; null
     * @param late facts it reported when its time was over
     */
    public record Device(
            long id,
            String called,
            String openedBy,
            boolean invited,
            Instant openedAt,
            Instant seenAt,
            int clockOff,
            Instant revokedAt,
            Instant recordsAt,
            long late,
            int version) {

        public boolean clockWrong() {
            return Math.abs(clockOff) > DoorReportService.CLOCK_SECONDS;
        }

        public boolean clockBehind() {
            return clockOff > 0;
        }

        /** By which its clock is wrong, either way. */
        public long clockMinutes() {
            return minutes(clockOff);
        }

        /** No number to be read with separators. */
        public String number() {
            return Long.toString(id);
        }
    }

    private static long minutes(int seconds) {
        return Math.round(Math.abs((double) seconds) / MINUTE);
    }

    /**
     * @param person null for one without a registration
     * @param at on the device; {@code received} when we learnt of it
     * @param device its number, and {@code called} its name
     * @param clockOff of a wrong clock: seconds by which it was behind ours; null for everything else
     * @param settledAt null while nobody has looked
     */
    public record Item(
            long id,
            String kind,
            String person,
            Instant at,
            Instant received,
            String device,
            String called,
            Integer clockOff,
            Instant settledAt,
            String note,
            int version) {

        /** As both sides show it. */
        public String phone() {
            return called.isEmpty() ? device : called + " " + device;
        }

        public boolean clockBehind() {
            return clockOff != null && clockOff > 0;
        }

        public long clockMinutes() {
            return clockOff == null ? 0 : minutes(clockOff);
        }
    }
}
