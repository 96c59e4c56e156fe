package tsunagu.registration;

import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.DOOR;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who has a seat, as whom and with whom. */
public final class RegistrationPersons implements PersonalRegister {

    private static final String OF_A_CLOSED_YEAR =
            """
            not exists (select 1 from seat x join event_session s on s.id = x.session_id
                    where x.registration_id = t.%s and (make_date(s.fiscal_year + 1, 4, 1) > :day
                or not exists (select 1 from closed_year c where c.fiscal_year = s.fiscal_year)))""";

    private static final Keep CLOSED = Keep.years("after-closing", 3)
            .blank(
                    "registration",
                    "guest_email = null, guest_email_key = null, school_name = '', class_name = '', day_telephone = null",
                    "(t.guest_email is not null or t.school_name <> '') and " + OF_A_CLOSED_YEAR.formatted("id"))
            .delete("registration_note", OF_A_CLOSED_YEAR.formatted("registration_id"))
            .delete("registration_tag", OF_A_CLOSED_YEAR.formatted("registration_id"))
            .delete(
                    "event_answer",
                    "exists (select 1 from event_question q where q.id = t.question_id and q.kind = 'TEXT') and "
                            + OF_A_CLOSED_YEAR.formatted("registration_id"));

    /** Its last day is past; what has no day keeps it. */
    private static final String OVER =
            """
            (select max(s.held_on) from seat x join event_session s on s.id = x.session_id where x.registration_id = t.%s) < :day""";

    /** Class lists, and where the class is telephoned, are for the day. */
    private static final Keep CLASS = Keep.days("after-the-day", 30)
            .blank("registration", "day_telephone = null", "t.day_telephone is not null and " + OVER.formatted("id"))
            .delete("companion_name", OVER.formatted("registration_id"));

    private static final Keep ORIGIN = Keep.days("network", 30)
            .blank(
                    "registration",
                    "origin = null, open_seconds = null",
                    "t.origin is not null and t.created_at < :before");

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("registrations", Ground.TASK)
                .seenBy(SELF, STAFF, DOOR)
                .kept(Keep.COUNTED)
                .item(
                        "seat",
                        "registration",
                        "person_id session_id event_id role state companions companion_kinds created_at cancelled_at offer_until channel")
                .item("ticket", "registration", "ticket_token short_code")
                .seenBy(SELF, STAFF)
                .item("seat", "registration", "beyond_why lot line_place language by_token proof_until mail_proven")
                .kept(CLOSED)
                .seenBy(SELF, STAFF, COMPANY)
                .sealed("email", "registration", "guest_email guest_email_key")
                .seenBy(SELF, STAFF)
                .item("class", "registration", "school_name class_name")
                .item("answer", "event_answer", "registration_id question_id value answered_at")
                .seenBy(STAFF)
                .item("note", "registration_note", "registration_id words written_at")
                .item("actedBy", "registration_note", "written_by")
                .item("note", "registration_tag", "registration_id tag")
                .seenBy(SELF, STAFF)
                .kept(CLASS)
                .sealed("phone", "registration", "day_telephone")
                .item("companionName", "companion_name", "registration_id number name")
                .seenBy(STAFF)
                .kept(ORIGIN)
                .item("network", "registration", "origin open_seconds"));
    }
}
