package tsunagu.account;

import static tsunagu.shared.PersonalFile.Reader.ADMINISTRATOR;
import static tsunagu.shared.PersonalFile.Reader.AUDITOR;
import static tsunagu.shared.PersonalFile.Reader.COMPANY;
import static tsunagu.shared.PersonalFile.Reader.DOOR;
import static tsunagu.shared.PersonalFile.Reader.MANAGER;
import static tsunagu.shared.PersonalFile.Reader.PARTNER;
import static tsunagu.shared.PersonalFile.Reader.SELF;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Who people are and how they sign in. */
public final class AccountPersons implements PersonalRegister {

    /** Of a session that was closed: nobody asks any more who a guest was. An account's person stays as long as the account. */
    private static final String LONG_PAST =
            """
            t.name is not null and t.created_at < :before
            and not exists (select 1 from account a join person p on p.id = a.person_id
                            where p.id = t.id or p.id = t.merged_into or p.merged_into = t.id)
            and not exists (select 1 from grant_decision g where g.person_id = t.id)
            and not exists (select 1 from (select x.session_id from seat x join registration r on r.id = x.registration_id
                                           where r.person_id = t.id or r.person_id in (select d.id from person d where d.merged_into = t.id)
                                           union all select session_id from attendance
                                           where person_id = t.id or person_id in (select d.id from person d where d.merged_into = t.id)) v
                            join event_session s on s.id = v.session_id
                            where make_date(s.fiscal_year + 1, 4, 1) > :day
                               or not exists (select 1 from closed_year c where c.fiscal_year = s.fiscal_year))""";

    private static final Keep GUEST =
            Keep.years("guest", 3).blank("person", "name = null, reading = '', birth_year = null", LONG_PAST);
    private static final Keep PENDING = Keep.days("sign-up", 1).delete("pending_sign_up", "t.asked_at < :before");
    private static final Keep LINK = Keep.days("letter-link", (int)
                    AccountLink.Purpose.INVITATION.goodFor().toDays())
            .delete("account_link", "t.asked_at < :before");

    /** As long as browsers keep the cookie. */
    private static final Keep BROWSER = Keep.days("browser", 365).delete("account_device", "t.last_at < :before");

    private static final Keep SESSION = Keep.days("session", 1)
            .delete(
                    "account_session",
                    "(t.ended_at < now() - make_interval(days => :days) or t.seen_at < now() - make_interval(days => :days))");

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("persons", Ground.TASK)
                        // Companies: visitors of their booth, who wants to meet them, who accepted a scout.
                        // Contractors: who booked with them.
                        .seenBy(SELF, STAFF, DOOR, ADMINISTRATOR, COMPANY, PARTNER)
                        .kept(GUEST)
                        .item("name", "person", "name reading")
                        .seenBy(SELF, STAFF, DOOR, ADMINISTRATOR)
                        .item("birthYear", "person", "birth_year")
                        .kept(Keep.COUNTED)
                        .item("entry", "person", "id created_at")
                        .seenBy(STAFF)
                        .item("merge", "person", "merged_into")
                        .item("merge", "person_merge", "merged into_id merged_at undone_at")
                        .item("merge", "person_distinct", "one other said_at undone_at")
                        .seenBy(STAFF, AUDITOR)
                        .item("actedBy", "person_merge", "merged_by undone_by")
                        .item("actedBy", "person_distinct", "said_by undone_by")
                        .seenBy(SELF)
                        .kept(Keep.UNTIL_ASKED)
                        .item("consent", "consent", "person_id purpose text_version given_at withdrawn_at"),
                PersonalFile.of("accounts", Ground.SAFETY)
                        // Staff: on the list of who registered. Companies: visitors of their booth and scouts, where
                        // both agreed.
                        .seenBy(SELF, ADMINISTRATOR, STAFF, COMPANY)
                        .sealed("email", "account", "email email_key")
                        .seenBy(SELF, ADMINISTRATOR)
                        .item("account", "account", "person_id state language digest created_at")
                        .item("roles", "account_role", "account_id role")
                        .seenBy()
                        .item("password", "account", "password_hash epoch")
                        .item("secondFactor", "second_factor", "account_id secret confirmed_at last_step")
                        .item("secondFactor", "recovery_code", "account_id digest used_at")
                        .item("passkey", "passkey", "credential_id user_handle public_key sign_count")
                        .seenBy(SELF)
                        .item("passkey", "passkey", "account_id name made_at used_at")
                        .item("provider", "provider_link", "account_id issuer subject linked_at used_at")
                        .seenBy(SELF, ADMINISTRATOR, MANAGER)
                        .item("factorReset", "factor_reset", "account_id asked_at reason answered_at done")
                        .item("actedBy", "factor_reset", "asked_by answered_by")
                        .seenBy()
                        .kept(LINK)
                        .sealed("email", "account_link", "email")
                        .item("letterLink", "account_link", "account_id purpose asked_at token_digest")
                        .kept(PENDING)
                        .item("name", "pending_sign_up", "name")
                        .sealed("email", "pending_sign_up", "email email_key")
                        .item("signUp", "pending_sign_up", "company next_path consent language asked_at token_digest"),
                PersonalFile.of("sign-ins", Ground.SAFETY)
                        .seenBy(SELF)
                        .kept(BROWSER)
                        .item("browser", "account_device", "account_id browser first_at last_at trusted_until")
                        .kept(SESSION)
                        .item("session", "account_session", "account_id browser opened_at seen_at ended_at proved_at")
                        .kept(Keep.UNTIL_ASKED)
                        .item("lastUse", "account_use", "account_id used_on warned_on")
                        .seenBy()
                        .kept(BROWSER)
                        .item("browser", "account_device", "digest trusted_epoch")
                        .kept(SESSION)
                        .item("session", "account_session", "epoch"));
    }
}
