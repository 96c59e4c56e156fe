package tsunagu.internship;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who wrote and who decided a submission. */
public final class InternshipPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("internships-by", Ground.TASK)
                .seenBy(COMPANY, STAFF)
                .kept(Keep.OFFICIAL)
                .item("actedBy", "internship_submission", "changed_by decided_by")
                .item("comment", "internship_submission", "comment")
                .item("publicContact", "internship_submission_answer", "answer"));
    }
}
