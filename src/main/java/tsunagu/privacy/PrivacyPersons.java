package tsunagu.privacy;

import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who read whose records. */
public final class PrivacyPersons implements PersonalRegister {

    /** A trigger (keep_viewing) holds the same number by the database's clock. */
    static final int VIEWINGS_YEARS = 3;

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("cases", Ground.TASK)
                        .seenBy(SELF, STAFF, AUDITOR)
                        .kept(Keep.OFFICIAL)
                        .item("claimant", "privacy_case", "name asker")
                        .sealed("email", "privacy_case", "mail mail_key")
                        .sealed("reached", "privacy_case", "contact")
                        .item(
                                "claim",
                                "privacy_case",
                                "kind words received_on due_on extended_why outcome answer decided_on")
                        .seenBy(STAFF, AUDITOR)
                        .item("claimant", "privacy_case", "identity asked_by")
                        .item("claim", "privacy_case", "channel record")
                        .item("actedBy", "privacy_case", "entered_by decided_by")
                        .item("incident", "privacy_incident", "what measures unreported_why persons")
                        .item("actedBy", "privacy_incident", "entered_by"),
                PersonalFile.of("viewings", Ground.SAFETY)
                        .seenBy(SELF, AUDITOR)
                        .kept(Keep.years("viewings", VIEWINGS_YEARS).delete("person_viewing", "t.at < :before"))
                        .item("viewing", "person_viewing", "at company_id what record taken persons")
                        .seenBy(AUDITOR)
                        .item("actedBy", "person_viewing", "account_id why"));
    }
}
