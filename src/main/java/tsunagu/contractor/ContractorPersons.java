package tsunagu.contractor;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.PARTNER;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who reports for contractors; never a row about a person they counselled. */
public final class ContractorPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("contractors", Ground.TASK)
                .seenBy(STAFF, PARTNER)
                .kept(Keep.WHILE_ACTING)
                .item("contractor", "partner_programme", "account_id programme_id")
                .seenBy(STAFF, AUDITOR)
                .kept(Keep.OFFICIAL)
                .item("actedBy", "monthly_total", "entered_by")
                .item("actedBy", "monthly_release", "released_by"));
    }
}
