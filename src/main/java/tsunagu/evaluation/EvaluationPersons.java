package tsunagu.evaluation;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.COMMITTEE;
import static tsunagu.shared.PersonalFile.Reader.MANAGER;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who wrote, decided and commented; rows of approved figures. */
public final class EvaluationPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("evaluations", Ground.TASK)
                .seenBy(STAFF, MANAGER, COMMITTEE, AUDITOR)
                .kept(Keep.OFFICIAL)
                .item("actedBy", "evaluation_sheet", "submitted_by submitted_at")
                .item("actedBy", "evaluation", "decided_by")
                .item("actedBy", "evaluation_comment", "said_by answered_by")
                .item("comment", "evaluation_comment", "text answer")
                .item("actedBy", "official_record", "decided_by")
                .item("recordContent", "official_record", "content")
                .item("actedBy", "lock_exception", "made_by")
                .kept(Keep.COUNTED)
                .item("figureRow", "approved_row", "person_id grant_id placement_id consultation_id")
                .item(
                        "figureRow",
                        "numbered_difference",
                        "person_id grant_id placement_id consultation_id frozen live"));
    }
}
