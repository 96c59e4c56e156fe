package tsunagu.attendance;

import java.time.Instant;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.Companions;

/**
 * Something that happened at a door, as it was said by whoever was there.
 *
 * @param nonce made before the first attempt to report it; the same nonce is the same fact
 * @param read content of a QR code, or typed digits; null when the person was chosen from the list
 * @param registrationId chosen from the list; null otherwise
 * @param undoes nonce of the fact that is taken back; null otherwise
 * @param name of a person without a registration, with {@code reading} and {@code role}
 * @param personId who that is, where a list names somebody of another session of the event; null: somebody new
 * @param time on the device; null when the server was asked at once
 * @param answered what the device told the person at once, without us; null when it asked us
 * @param companions who really came along; null for all other kinds
 * @param byRole of which kinds they are; null where only their number is known
 * @param forced the person at the door let somebody in whom the device refused
 */
public record CheckInRecord(
        Kind kind,
        String nonce,
        String read,
        Long registrationId,
        String undoes,
        String name,
        String reading,
        AttendanceRole role,
        Long personId,
        Instant time,
        ScanOutcome answered,
        boolean forced,
        Integer companions,
        Companions byRole) {

    public enum Kind {
        SCAN,
        UNDO,
        WALK_IN,
        PAPER,
        /** How many came with somebody who is present already. */
        COMPANIONS,
        /** Out of a list that somebody else kept. */
        IMPORT
    }

    /** A ticket read by a page that asks the server and waits. */
    static CheckInRecord asked(String typed, String nonce) {
        return new CheckInRecord(
                Kind.SCAN, nonce, typed, null, null, null, null, null, null, null, null, false, null, null);
    }

    static CheckInRecord paper(long registrationId, String nonce) {
        return new CheckInRecord(
                Kind.PAPER, nonce, null, registrationId, null, null, null, null, null, null, null, false, null, null);
    }

    static CheckInRecord accompanied(long registrationId, Companions came, String nonce) {
        return new CheckInRecord(
                Kind.COMPANIONS,
                nonce,
                null,
                registrationId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                came.persons(),
                came);
    }

    static CheckInRecord listed(AttendanceTable.Line line) {
        return new CheckInRecord(
                Kind.IMPORT,
                line.nonce(),
                null,
                line.registration(),
                null,
                line.name(),
                line.reading(),
                line.role(),
                line.person(),
                null,
                null,
                false,
                null,
                null);
    }

    /** The device let the person in without asking us. */
    boolean letIn() {
        return answered == ScanOutcome.OK || forced;
    }
}
