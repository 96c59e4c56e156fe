package tsunagu.attendance;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.DOOR;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who was there, and who said so at the door. */
public final class AttendancePersons implements PersonalRegister {

    /** Words of a device about people of whom nothing else is known, and names helpers gave their phones. */
    private static final Keep SAID = Keep.days("said-at-door", 30)
            .blank("door_conflict", "said = ''", "t.said <> '' and " + heldBefore())
            .blank("door_device", "called = ''", "t.called <> '' and " + heldBefore());

    private static String heldBefore() {
        return "exists (select 1 from event_session s where s.id = t.session_id and s.held_on < :day)";
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("attendances", Ground.TASK)
                .seenBy(SELF, STAFF, DOOR)
                .kept(Keep.COUNTED)
                .item(
                        "presence",
                        "attendance",
                        "person_id session_id registration_id role source companions companion_kinds checked_in_at undone_at")
                .seenBy(STAFF)
                .item(
                        "scan",
                        "scan",
                        "session_id registration_id attendance_id kind outcome answered force_asked overrode device_time scanned_at late")
                .item("conflict", "door_conflict", "session_id scan_id kind raised_at settled_at note")
                .seenBy(STAFF, AUDITOR)
                .item("actedBy", "attendance", "recorded_by")
                .item("actedBy", "scan", "recorded_by device_id")
                .item("actedBy", "head_count", "recorded_by")
                .item("actedBy", "door_conflict", "settled_by")
                .item("actedBy", "door_invitation", "made_by")
                .item("actedBy", "door_device", "opened_by")
                .seenBy(STAFF, DOOR)
                .kept(SAID)
                .item("saidAtDoor", "door_conflict", "said")
                .item("helper", "door_device", "called")
                .seenBy()
                .kept(Keep.OFFICIAL)
                .item("doorPhone", "door_device", "secret_hash phone_mark seal_key"));
    }
}
