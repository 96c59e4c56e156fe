package tsunagu.seeker;

import static tsunagu.shared.PersonalFile.Reader.SELF;

import java.util.List;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** What people who look for work say of themselves. */
public final class SeekerPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("profiles", Ground.EMPLOYMENT)
                .seenBy(SELF)
                .item("birthMonth", "seeker_profile", "born")
                .item("stage", "seeker_profile", "person_id stage changed_at")
                .item("applying", "seeker_sheet", "person_id school course finishes career presentation changed_at")
                .sealed("phone", "seeker_sheet", "phone")
                .item("wish", "seeker_wish", "person_id wish value")
                .item("wish", "seeker_weight", "person_id wish weight must")
                .item("calendar", "calendar_key", "person_id made_at")
                .seenBy()
                .item("calendar", "calendar_key", "digest"));
    }
}
