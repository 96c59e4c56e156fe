package tsunagu.scout;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.SELF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who can be found without a name, and invitations. */
public final class ScoutPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("scout", Ground.CONSENT)
                .seenBy(SELF)
                .item("scout", "scout_profile", "person_id since")
                .seenBy()
                .item("wish", "scout_said", "person_id wish value since")
                .kept(
                        Keep.days("scout-shown", (int) ScoutSearchService.STANDS.toDays())
                                .delete(
                                        "scout_shown",
                                        "exists (select 1 from scout_search s where s.id = t.search_id and s.searched_at < :before)"))
                .item("scoutAlias", "scout_shown", "search_id alias person_id place")
                .kept(Keep.days("scout-seen", SearchRepository.KEPT_DAYS).delete("scout_seen", "t.seen_on < :day"))
                .item("scoutAlias", "scout_seen", "company_id person_id part said seen_on")
                .seenBy(SELF, COMPANY)
                .kept(Keep.UNTIL_ASKED)
                .item(
                        "invitation",
                        "scout_invitation",
                        "code company_id person_id alias posting words state reached sent_at lapses_at answered_at"));
    }
}
