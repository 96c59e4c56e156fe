package tsunagu.event;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** People of companies who stand at a fair, and how those without an entry in the register are reached: for staff only. */
public final class EventPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("exhibitors", Ground.TASK)
                        .seenBy(STAFF, COMPANY)
                        .kept(Keep.OFFICIAL)
                        .item("exhibitorStaff", "event_exhibitor", "staff")
                        .item("exhibitorStaff", "event_outside_exhibitor", "staff"),
                PersonalFile.of("events-by", Ground.TASK)
                        .seenBy(STAFF)
                        .kept(Keep.OFFICIAL)
                        .item("actedBy", "event", "keeper_id"),
                PersonalFile.of("exhibitor-contacts", Ground.TASK)
                        .seenBy(STAFF)
                        .kept(Keep.OFFICIAL)
                        .sealed("exhibitorContact", "event_outside_exhibitor", "contact mail"));
    }
}
