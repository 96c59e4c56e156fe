package tsunagu.platform;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** What the server keeps of those who are signed in. */
public final class PlatformPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("server-sessions", Ground.SAFETY)
                        .kept(Keep.WHILE_ACTING)
                        .item("typing", "http_session", "id username small medium large lastaccess creationtime")
                        .item("limits", "allowance", "who full_at"),
                PersonalFile.of("deletions", Ground.TASK)
                        .kept(Keep.WHILE_ACTING)
                        .item("entry", "deletion_again", "person_id"));
    }
}
