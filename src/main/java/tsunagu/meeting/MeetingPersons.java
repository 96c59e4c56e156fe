package tsunagu.meeting;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.EVERYBODY;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who wants to meet whom. */
public final class MeetingPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("meetings", Ground.CONSENT)
                .seenBy(SELF, COMPANY, STAFF)
                .item("meeting", "meeting_seeker", "round_id person_id number away wished_at left_at")
                .item("meeting", "meeting", "round_id number company_id slot panel")
                .seenBy(SELF)
                .item("wish", "meeting_wish", "round_id person_id place company_id")
                .seenBy(COMPANY)
                .item("wish", "meeting_favour", "round_id company_id place number")
                .seenBy(EVERYBODY)
                .kept(Keep.OFFICIAL)
                .item("certificate", "meeting_run", "certificate"));
    }
}
