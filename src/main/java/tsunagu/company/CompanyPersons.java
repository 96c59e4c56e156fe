package tsunagu.company;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.EVERYBODY;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who acts for companies, and whom the city calls. */
public final class CompanyPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("company-people", Ground.TASK)
                .seenBy(SELF, COMPANY, STAFF)
                .kept(Keep.WHILE_ACTING)
                .item("member", "company_member", "account_id company_id role joined_at left_at")
                .seenBy(SELF)
                .item("member", "company_choice", "account_id company_id")
                .seenBy()
                .item("member", "company_choice", "chosen_at")
                .seenBy(SELF, COMPANY, STAFF)
                .item("contact", "company_contact", "name stated_at")
                .sealed("phone", "company_contact", "phone phone_key")
                .kept(Keep.years("invitations", 1).delete("company_invitation", "t.created_at < :before"))
                .item("invited", "company_invitation", "note role created_at expires_at used_at withdrawn_at")
                .seenBy()
                .item("invited", "company_invitation", "secret_hash mail_digest")
                .seenBy(SELF, STAFF)
                .kept(Keep.OFFICIAL)
                .item("admission", "company_admission", "applicant_id no_number_why comment")
                .sealed("phone", "company_admission", "phone")
                .seenBy(COMPANY, STAFF)
                .item("actedBy", "hiring_answer", "answered_by")
                .seenBy(EVERYBODY)
                .kept(Keep.WHILE_ACTING)
                .item("youngEmployee", "company", "day_of")
                .item("youngEmployee", "company_hour", "at what")
                .item("picture", "company_picture", "alt content"));
    }
}
