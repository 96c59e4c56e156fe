package tsunagu.watch;

import static tsunagu.shared.PersonalFile.Reader.SELF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** What people search for and follow. */
public final class WatchPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("saved-searches", Ground.TASK)
                .seenBy(SELF)
                .item("savedSearch", "saved_search", "person_id kind address name rhythm created_at")
                .item("followed", "followed_company", "person_id company_id followed_at")
                .item("news", "watcher", "person_id mail")
                .kept(Keep.days("news", (int) WatchService.NEWS.multipliedBy(3).toDays())
                        .delete("watch_match", "t.found_at < :before"))
                .item("news", "watch_match", "person_id kind record_id search_id company_id found_at told_at")
                .seenBy()
                .kept(Keep.UNTIL_ASKED)
                .item("news", "watcher", "token"));
    }
}
