package tsunagu.audit;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** The trail names accounts by their numbers. */
public final class AuditPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("trail", Ground.SAFETY)
                .seenBy(AUDITOR)
                .kept(Keep.TRAIL)
                .item("actedBy", "audit_entry", "actor at")
                .item("change", "audit_entry", "reason table_name row_id action before after"));
    }
}
