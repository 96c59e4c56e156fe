package tsunagu.consultation;

import static tsunagu.shared.PersonalFile.Reader.PARTNER;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who took a time; what was talked about is nowhere. */
public final class ConsultationPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("consultations", Ground.TASK)
                .seenBy(SELF, STAFF, PARTNER)
                .kept(Keep.COUNTED)
                .item("booking", "consultation_booking", "code time_id person_id online state booked_at moved_at"));
    }
}
