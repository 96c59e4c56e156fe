package tsunagu.application;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Applications, words and papers: between the person and one company. */
public final class ApplicationPersons implements PersonalRegister {

    private static final String LONG_OVER =
            "(a.state in ('HIRED', 'DECLINED', 'WITHDRAWN') and a.moved_at < :before and a.id = t.%s)";

    private static final String OF_ONE =
            "exists (select 1 from job_application a where " + LONG_OVER.formatted("application_id") + ")";

    /** An application that is over. */
    public static final Keep OVER = Keep.years("application-over", 2)
            .delete("job_application_file", OF_ONE)
            .delete("job_application_answer", OF_ONE)
            .blank("job_application_message", "words = '-'", "t.words <> '-' and " + OF_ONE)
            .blank(
                    "job_application",
                    "name = '-', email = null, email_key = null, phone = null, phone_key = null, career = '', message = '-', version = version + 1",
                    "t.name <> '-' and t.state in ('HIRED', 'DECLINED', 'WITHDRAWN') and t.moved_at < :before");

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("applications", Ground.EMPLOYMENT)
                        .seenBy(SELF, COMPANY)
                        .kept(OVER)
                        .item("name", "job_application", "name")
                        .sealed("email", "job_application", "email email_key")
                        .sealed("phone", "job_application", "phone phone_key")
                        .item("career", "job_application", "career message")
                        .item("answer", "job_application_answer", "application_id number question answer")
                        .item("message", "job_application_message", "application_id by_company words sent_at read_at")
                        .item("papers", "job_application_file", "application_id code name media_type content added_at")
                        .kept(Keep.COUNTED)
                        .item(
                                "application",
                                "job_application",
                                "code posting_id edition company_id person_id state applied_at moved_at")
                        .item("application", "job_application_step", "application_id state by_company at"),
                PersonalFile.of("placements", Ground.TASK)
                        .seenBy(SELF, COMPANY, STAFF)
                        .kept(Keep.COUNTED)
                        .item(
                                "hire",
                                "placement",
                                "application_id posting_id company_id person_id programme_id hired_on in_city route company_said_at person_said_at person_denied_at")
                        .seenBy(STAFF, AUDITOR)
                        .item("actedBy", "placement", "adviser_said_by"));
    }
}
