package tsunagu.booth;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.SELF;

import java.util.List;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Visits at booths: the company sees who it was when the visitor said so. */
public final class BoothPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("booth-visits", Ground.CONSENT)
                .seenBy(SELF, COMPANY)
                .item(
                        "visit",
                        "booth_visit",
                        "event_id company_id registration_id person_id visited_at by_company consented_at"));
    }
}
