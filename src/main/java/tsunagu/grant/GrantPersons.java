package tsunagu.grant;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** What the city granted to whom. */
public final class GrantPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("grants", Ground.TASK)
                .seenBy(SELF, STAFF)
                .kept(Keep.OFFICIAL)
                .item("name", "grant_decision", "name")
                .item(
                        "grant",
                        "grant_decision",
                        "programme_id round about recipient person_id company_id adults children amount decided_on revoked_at revoked_why despite note")
                .seenBy(STAFF, AUDITOR)
                .item("actedBy", "grant_decision", "entered_by"));
    }
}
