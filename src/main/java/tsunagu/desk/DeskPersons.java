package tsunagu.desk;

import static tsunagu.shared.PersonalFile.Reader.SELF;

import java.util.List;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Views of lists that people of the desks keep for themselves. */
public final class DeskPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("desk-views", Ground.TASK)
                .seenBy(SELF)
                .item("view", "desk_view", "account_id name query made_at"));
    }
}
