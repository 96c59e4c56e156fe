package tsunagu.job;

import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Tables that are handed over, while they are worked on. */
public final class JobPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("long-work", Ground.TASK)
                .seenBy(SELF, STAFF)
                .kept(Keep.days("long-work", (int) LongWorkService.KEPT.toDays())
                        .delete("long_work", "t.state = 'KEPT' and t.kept_at < :before"))
                .item("tableText", "long_work", "input")
                .kept(Keep.days("long-work-done", (int) LongWorkService.REMEMBERED.toDays())
                        .delete("long_work", "t.ended_at < :before"))
                .item("actedBy", "long_work", "account_id")
                .item("work", "long_work", "about problem"));
    }
}
