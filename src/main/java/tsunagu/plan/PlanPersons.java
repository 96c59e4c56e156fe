package tsunagu.plan;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.MANAGER;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who wrote down a figure. */
public final class PlanPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("figures-by", Ground.SAFETY)
                .seenBy(STAFF, MANAGER, AUDITOR)
                .kept(Keep.OFFICIAL)
                .item("actedBy", "measure_definition", "entered_by"));
    }
}
