package tsunagu.kept;

import static tsunagu.shared.PersonalFile.Reader.SELF;

import java.util.List;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** What people keep. */
public final class KeptPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("kept-records", Ground.TASK)
                .seenBy(SELF)
                .item("keptRecord", "kept", "person_id kind code kept_at"));
    }
}
