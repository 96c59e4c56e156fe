package tsunagu.participation;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who takes part in internships. */
public final class ParticipationPersons implements PersonalRegister {

    private static final Keep OVER = Keep.years("participation-over", 2)
            .blank(
                    "participation",
                    "name = '-', email = null, email_key = null, phone = null, message = '-', version = version + 1",
                    "t.name <> '-' and t.state in ('DECLINED', 'WITHDRAWN', 'PARTICIPATED', 'ABSENT') and t.moved_at < :before");

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("participations", Ground.EMPLOYMENT)
                        .seenBy(SELF, COMPANY)
                        .kept(OVER)
                        .item("name", "participation", "name")
                        .sealed("email", "participation", "email email_key")
                        .sealed("phone", "participation", "phone")
                        .item("career", "participation", "message")
                        .seenBy(SELF, COMPANY, STAFF)
                        .kept(Keep.COUNTED)
                        .item(
                                "participation",
                                "participation",
                                "code internship_id session_id company_id person_id type data_used state school subsidy days applied_at moved_at"));
    }
}
