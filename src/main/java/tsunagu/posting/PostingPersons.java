package tsunagu.posting;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.EVERYBODY;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who wrote and who decided a submission. */
public final class PostingPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("postings-by", Ground.TASK)
                .seenBy(COMPANY, STAFF)
                .kept(Keep.OFFICIAL)
                .item("actedBy", "posting_submission", "changed_by decided_by")
                .item("comment", "posting_submission", "comment")
                .seenBy(EVERYBODY)
                .item("publicContact", "posting_term", "words")
                .item("publicContact", "posting_edition_answer", "answer")
                .seenBy(COMPANY, STAFF)
                .item("publicContact", "posting_submission_answer", "answer"));
    }
}
