package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.application.ReceiveService;
import tsunagu.desk.Asked;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.privacy.AskedRequest;
import tsunagu.privacy.CaseView;
import tsunagu.privacy.IncidentView;
import tsunagu.privacy.PrivacyAskService;
import tsunagu.privacy.PrivacyCaseService;
import tsunagu.privacy.PrivacyIncident;
import tsunagu.privacy.PrivacyRequest;
import tsunagu.privacy.RetentionService;
import tsunagu.privacy.ViewingList;
import tsunagu.registration.GuestForm;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.seeker.OwnDataService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Keep;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.PersonalRegister;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.StaffWork;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** Personal data go when the register says so, and whoever opens a person's record is written down. */
@ArquillianTest
class PrivacyIT {

    private static final Actor ADMINISTRATOR = new Actor(null, null, "system:test", Set.of(Role.ADMINISTRATOR));
    private static final Actor AUDITOR = new Actor(null, null, "system:test", Set.of(Role.AUDITOR));

    @Inject
    private World world;

    @Inject
    private RetentionService retention;

    @Inject
    private Viewings viewings;

    @Inject
    private ViewingList list;

    @Inject
    private PrivacyCaseService cases;

    @Inject
    private PrivacyAskService asking;

    @Inject
    private RegistrationService registrations;

    @Inject
    private OwnDataService ownData;

    @Inject
    private ApplyService applications;

    @Inject
    private ReceiveService received;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** The dry run counts by the same condition as the night deletes by; what is younger stays; the day and number are kept. */
    @Test
    void what_the_dry_run_says_goes_at_night_and_nothing_else() {
        end();
        assertEquals(0, due("letters").tonight());
        String about = Secrets.name(8);
        for (int days : List.of(59, 61, 75)) {
            world.change(
                    "insert into mail_outbox (id, once, recipient, recipient_key, subject, body, message_id, state, next_try, written_at, sent_at)"
                            + " values (nextval('mail_outbox_seq'), '" + about + days
                            + "', " + world.sealed("old@example.jp") + ", testing.mark('old@example.jp'), 's', "
                            + world.sealed("b")
                            + ", 'm', 'SENT', now(),"
                            + " now() - interval '" + days + " days', now())");
        }
        assertEquals(2, due("letters").tonight());
        assertEquals(3, due("letters").soon(), "within thirty days the third, too");
        assertEquals(3, number("select count(*) from mail_outbox where once like '" + about + "%'"), "a dry run");

        end();

        assertEquals(0, due("letters").tonight());
        assertEquals(
                about + "59",
                world.text("select string_agg(once, ' ') from mail_outbox where once like '" + about + "%'"));
        assertEquals(
                LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE),
                due("letters").lastDay());
        assertTrue(due("letters").gone() >= 2);
        world.change("delete from mail_outbox where once like '" + about + "%'");
        Actor staff = world.staff("予行を見たい 職員");
        assertThrows(NotFoundException.class, () -> currentActor.as(staff, () -> retention.dryRun()));
    }

    /** That somebody applied stays, as a row; who it was, what was written and the papers go two years after it was over. */
    @Test
    void an_application_that_was_over_two_years_ago_names_nobody() {
        end();
        Applied old = applied("昔 応募");
        Applied running = applied("今も 応募");
        for (Applied each : List.of(old, running)) {
            world.amend("update job_application set moved_at = now() - interval '25 months', state = '"
                    + (each == old ? "DECLINED" : "IN_PROGRESS") + "' where code = '" + each.code + "'");
        }

        // A real administrator sees none of the rows the dry run is about: the portal counts them in its own name.
        Actor person = world.seeker("予行を見る 管理者");
        Actor administrator =
                new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.ADMINISTRATOR));
        long tonight = due(administrator, "application-over").tonight();
        assertTrue(tonight > 0, "the dry run counts behind the wall as the night does");

        end();

        assertEquals(0, due(administrator, "application-over").tonight());
        assertTrue(due("application-over").gone() >= tonight, "as many went");

        assertEquals(
                "- -",
                world.text("select name || ' ' || message from job_application where code = '" + old.code + "'"));
        assertEquals("今も 応募", world.text("select name from job_application where code = '" + running.code + "'"));
    }

    /** Three years after the end of a year that was closed; a year that is open keeps its names, because its figures can still be asked for. */
    @Test
    void a_guest_of_a_closed_year_loses_the_name_and_one_of_an_open_year_does_not() {
        List<String> left = new ArrayList<>();
        world.undone(() -> {
            for (int year : List.of(2019, 2020)) {
                world.change(
                        "insert into event (id, code, programme_id, type, title, state, published_at, version) values (-"
                                + year + ", 'guest" + year + "', null, 'SEMINAR', 'E', 'PUBLISHED', now(), 1)");
                world.change(
                        "insert into event_session (id, event_id, number, known_to, held_on, fiscal_year, outcome, version) values (-"
                                + year + ", -" + year + ", 1, 'DAY', '" + year + "-05-01', " + year + ", 'HELD', 1)");
                world.change("insert into person (id, name, reading, birth_year, created_at, version) values (-" + year
                        + ", '客 " + year + "', 'キャク', 1990, '" + year + "-05-01', 0)");
                world.change(
                        "insert into attendance (id, session_id, person_id, role, source, checked_in_at, version) values (-"
                                + year + ", -" + year + ", -" + year + ", 'STUDENT', 'PAPER', '" + year
                                + "-05-01', 0)");
            }
            // Counted as one: who came in the closed year, and again, under another entry, in the year that is open.
            world.change(
                    "insert into person (id, name, reading, created_at, version) values (-3, '今も 来る', '', '2019-05-01', 0)");
            world.change("insert into person (id, name, reading, merged_into, created_at, version)"
                    + " values (-4, '今も 来る', '', -3, '2020-05-01', 0)");
            world.change("insert into attendance (id, session_id, person_id, role, source, checked_in_at, version)"
                    + " values (-3, -2019, -3, 'STUDENT', 'PAPER', '2019-05-01', 0),"
                    + " (-4, -2020, -4, 'STUDENT', 'PAPER', '2020-05-01', 0)");
            world.change(
                    "insert into official_record (seq, kind, fiscal_year, content, previous, hash, decided_at)"
                            + " select coalesce(max(seq), 0) + 1, 'YEAR', 2019, '{}', 'x', 'guest-test', now() from official_record");
            Keep guest = PersonalRegister.ending().stream()
                    .filter(each -> each.name().equals("guest"))
                    .findFirst()
                    .orElseThrow();
            guest.dues()
                    .forEach(due -> world.change("update " + due.table() + " t set " + due.set() + " where "
                            + due.where()
                                    .replace(":before", "(now() - interval '3 years')")
                                    .replace(":day", "cast((now() - interval '3 years') as date)")
                            + " and t.id < 0"));
            left.add(world.text("select coalesce(name, 'nobody') || reading from person where id = -2019"));
            left.add(world.text("select coalesce(name, 'nobody') from person where id = -2020"));
            left.add(world.text("select coalesce(name, 'nobody') from person where id = -3"));
        });
        assertEquals(List.of("nobody", "客 2020", "今も 来る"), left, "who still comes is still known");
    }

    @Test
    void who_opens_an_application_is_written_down_once_and_shown_to_the_person() {
        Applied applied = applied("見られた 人");
        Actor company = member(applied.company);

        read(company, () -> received.application(applied.code));
        read(company, () -> received.application(applied.code));
        read(World.STAFF, () -> "the portal's own work is no viewing");
        read(applied.person, () -> applications.application(applied.code));

        assertEquals(1, number("select count(*) from person_viewing where record = '" + applied.code + "'"));
        List<Map<String, String>> seen = section(applied.person);
        assertEquals(1, seen.size());
        assertEquals(
                world.text("select name from company where id = " + applied.company),
                seen.get(0).get("viewedBy"));
        assertTrue(seen.get(0).get("viewedWhat").startsWith("求人への応募"), seen.toString());
        assertFalse(seen.toString().contains(company.name()), "which of its people, the auditor sees");
        List<ViewingList.Row> rows = new ArrayList<>();
        currentActor.as(AUDITOR, () -> {
            list.each(Asked.nothing(), "", rows::add);
            return null;
        });
        ViewingList.Row row = rows.stream()
                .filter(each -> each.record().equals(applied.code))
                .findFirst()
                .orElseThrow();
        assertEquals(company.name(), row.who());
        assertEquals(applied.person.personId().toString(), row.whose());
        for (Actor other : List.of(World.STAFF, ADMINISTRATOR)) {
            Actor person = new Actor(company.accountId(), company.personId(), "x", other.roles());
            assertThrows(NotFoundException.class, () -> currentActor.as(person, () -> list.find(Asked.nothing(), "")));
        }
    }

    /** Who is of the city and of a company: what the page was opened for, and not always the company. */
    @Test
    void who_is_city_and_company_reads_for_the_one_the_page_is_of() {
        Applied applied = applied("二つの 目");
        Actor member = member(applied.company);
        Actor both = new Actor(member.accountId(), member.personId(), member.name(), Set.of(Role.COMPANY, Role.STAFF));
        read(both, () -> received.application(applied.code));
        read(both, () -> {
            viewings.opened(Viewing.What.REGISTRATION, "both" + applied.code, List.of(applied.person.personId()));
            return null;
        });
        assertEquals(
                "APPLICATION " + applied.company + ", REGISTRATION -",
                world.text("select string_agg(what || ' ' || coalesce(company_id::text, '-'), ', ' order by what)"
                        + " from person_viewing where account_id = " + both.accountId()));
    }

    /** A file of persons says why; it is written each time. */
    @Test
    void a_file_of_persons_says_what_for() {
        Actor staff = world.staff("書き出す 職員");
        Actor person = world.seeker("書き出された 人");
        String found = "select p.id from person p where p.id = :record::bigint";
        DomainException refused = assertThrows(
                DomainException.class,
                () -> read(staff, () -> {
                    viewings.taken(Viewing.What.ROSTER_FILE, person.personId(), found, "  ");
                    return null;
                }));
        assertEquals("desk.error.why", refused.key());
        for (int i = 0; i < 2; i++) {
            read(staff, () -> {
                viewings.taken(Viewing.What.ROSTER_FILE, person.personId(), found, "当日の受付");
                return null;
            });
        }
        assertEquals(
                2,
                number("select count(*) from person_viewing where why = '当日の受付' and persons = cast(array["
                        + person.personId() + "] as bigint[])"));
        assertEquals("市", section(person).get(0).get("viewedBy"));
    }

    /** Whoever holds the portal's connection neither changes a row nor takes a young one away. */
    @Test
    void what_was_written_down_stays_for_three_years() {
        Actor staff = world.staff("消したい 職員");
        Actor person = world.seeker("消されない 人");
        read(staff, () -> {
            viewings.opened(Viewing.What.PEOPLE, "kept", List.of(person.personId()));
            return null;
        });
        String mine = " where account_id = " + staff.accountId();
        assertEquals(1, number("select count(*) from person_viewing" + mine));
        assertThrows(RuntimeException.class, () -> world.change("update person_viewing set account_id = 1" + mine));
        world.change("delete from person_viewing" + mine);
        assertEquals(1, number("select count(*) from person_viewing" + mine));
        world.asOwner(
                "alter table person_viewing disable trigger no_change; update person_viewing set at = now() - interval '37 months'"
                        + mine + "; alter table person_viewing enable trigger no_change");
        end();
        assertEquals(0, number("select count(*) from person_viewing" + mine));
    }

    /** Thirty days, thirty more once and with a reason; nothing is handed to somebody of whom nobody knows who it is; the trail holds no words. */
    @Test
    void a_request_has_a_day_on_which_it_is_answered() {
        Actor staff = world.staff("請求を受ける 職員");
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        PrivacyRequest request = new PrivacyRequest(
                PrivacyRequest.Kind.DISCLOSURE,
                PrivacyRequest.Channel.COUNTER,
                PrivacyRequest.Identity.NONE,
                "窓口 の人",
                "0191-21-0000",
                "昨年のセミナーの記録を見たい",
                today.minusDays(2));
        long id = currentActor.as(staff, () -> cases.enter(request));
        CaseView entered = currentActor.as(AUDITOR, () -> cases.one(id));
        assertEquals(today.plusDays(28), entered.dueOn());
        assertEquals("privacy.error.extendWhy", refused(staff, () -> cases.extend(id, 1, " ")));
        currentActor.as(staff, () -> {
            cases.extend(id, 1, "古い記録を探すため");
            return null;
        });
        assertEquals(
                today.plusDays(58), currentActor.as(staff, () -> cases.one(id)).dueOn());
        assertThrows(
                ConflictException.class,
                () -> currentActor.as(staff, () -> {
                    cases.extend(id, 2, "もう一度");
                    return null;
                }));
        assertEquals(
                "privacy.error.unknown",
                refused(
                        staff,
                        () -> cases.decide(
                                id, 2, PrivacyRequest.Identity.NONE, PrivacyRequest.Outcome.GRANTED, "写しを渡した")));
        assertThrows(
                RuntimeException.class,
                () -> world.amend(
                        "update privacy_case set outcome = 'GRANTED', decided_on = received_on where id = " + id),
                "the database says so, too");
        currentActor.as(staff, () -> {
            cases.decide(id, 2, PrivacyRequest.Identity.LETTER, PrivacyRequest.Outcome.GRANTED, "写しを渡した");
            return null;
        });
        assertFalse(currentActor.as(staff, () -> cases.one(id)).open());
        assertEquals(
                0,
                number("select count(*) from audit_entry where table_name = 'privacy_case' and row_id = '" + id
                        + "' and (before::text || after::text) ~ '窓口|0191|セミナー|写し|古い'"));
        assertEquals(
                3,
                number("select count(*) from audit_entry where table_name = 'privacy_case' and row_id = '" + id + "'"));
        assertThrows(NotFoundException.class, () -> currentActor.as(world.seeker("他人"), () -> cases.one(id)));
    }

    /** Nobody is looked up: a case begins, its receipt says number and day and nothing that was typed, and who asks is not known yet. */
    @Test
    void anybody_asks_by_the_form_and_is_told_by_which_day_it_is_answered() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        String mail = "asks" + Secrets.name(8).toLowerCase(Locale.ROOT) + "@example.jp";
        AskedRequest request = asked(PrivacyRequest.Asker.SELF, "賞金が当たりました", mail, "");
        Actor staff = world.staff("フォームを見る 職員");
        long waiting = waiting(staff);
        for (int pressed = 0; pressed < 2; pressed++) {
            assertEquals(
                    today.plusDays(30),
                    currentActor.as(Actor.VISITOR, () -> asking.ask("", request, true, Locale.JAPANESE)));
        }
        assertEquals(
                1,
                number("select count(*) from privacy_case where mail_key = testing.mark('" + mail + "')"),
                "pressed twice");
        long id = number("select id from privacy_case where mail_key = testing.mark('" + mail + "')");
        CaseView found = currentActor.as(AUDITOR, () -> cases.one(id));
        assertEquals("FORM NONE SELF", found.channel() + " " + found.identity() + " " + found.asker());
        assertEquals(today.plusDays(30), found.dueOn());
        String letter =
                world.letters("recipient_key = testing.mark('" + mail + "')").get(0);
        assertTrue(letter.contains("受付番号：" + id), letter);
        assertTrue(letter.contains(tsunagu.web.Dates.day(today.plusDays(30), Locale.JAPANESE)), letter);
        assertFalse(letter.contains("賞金") || letter.contains("昨年の"), "anybody may have typed the address: " + letter);
        assertEquals(waiting + 1, waiting(staff), "it waits for staff");
        assertEquals(
                "privacy.error.unknown",
                refused(
                        staff,
                        () -> cases.decide(
                                id, 1, PrivacyRequest.Identity.NONE, PrivacyRequest.Outcome.GRANTED, "写しを渡した")));
        assertEquals(
                0,
                number("select count(*) from audit_entry where table_name = 'privacy_case' and row_id = '" + id
                        + "' and (before::text || after::text) ~ '賞金|昨年|@example'"));

        assertEquals(
                "privacy.error.reach",
                refused(
                        Actor.VISITOR,
                        () -> asking.ask(
                                "", asked(PrivacyRequest.Asker.SELF, "届かない 人", "", " "), true, Locale.JAPANESE)));
        String again = "again" + mail;
        currentActor.as(Actor.VISITOR, () -> {
            asking.ask("", asked(PrivacyRequest.Asker.SELF, "何度も 書く", again, ""), false, Locale.JAPANESE);
            return null;
        });
        assertEquals(
                1,
                number("select count(*) from privacy_case where mail_key = testing.mark('" + again + "')"),
                "counts all the same");
        assertEquals(0, number("select count(*) from mail_outbox where recipient_key = testing.mark('" + again + "')"));
        PrivacyRequest byHand = new PrivacyRequest(
                PrivacyRequest.Kind.DISCLOSURE,
                PrivacyRequest.Channel.FORM,
                PrivacyRequest.Identity.ACCOUNT,
                "手で 入れる",
                "0191-21-0000",
                "見たい",
                today);
        assertEquals("privacy.error.channel", refused(staff, () -> cases.enter(byHand)));
    }

    /** Presses at the same moment are one request with one receipt. */
    @Test
    void the_same_request_at_the_same_moment_is_one_case() throws Exception {
        String mail = "atonce" + Secrets.name(8).toLowerCase(Locale.ROOT) + "@example.jp";
        AskedRequest request = asked(PrivacyRequest.Asker.SELF, "同時に 押す", mail, "");
        Callable<?> press = () -> currentActor.as(Actor.VISITOR, () -> asking.ask("", request, true, Locale.JAPANESE));
        assertEquals(
                List.of("done", "done", "done", "done", "done", "done"),
                world.together(press, press, press, press, press, press));
        assertEquals(1, number("select count(*) from privacy_case where mail_key = testing.mark('" + mail + "')"));
        assertEquals(1, number("select count(*) from mail_outbox where recipient_key = testing.mark('" + mail + "')"));
    }

    /** An account and a letter's link say who asks about themselves, whatever name is typed; for a child both say nothing. */
    @Test
    void account_and_link_say_who_asks_for_themselves_only() {
        Actor person = world.seeker("自分で 求める");
        for (PrivacyRequest.Asker asker : List.of(PrivacyRequest.Asker.SELF, PrivacyRequest.Asker.GUARDIAN)) {
            currentActor.as(person, () -> {
                asking.ask("", asked(asker, "別の名前", "someone-else@example.jp", ""), true, Locale.JAPANESE);
                return null;
            });
        }
        String mine = " from privacy_case where asked_by = " + person.accountId();
        assertEquals(
                "SELF ACCOUNT 自分で 求める, GUARDIAN NONE 自分で 求める",
                world.text("select string_agg(asker || ' ' || identity || ' ' || name, ', ' order by id)" + mine));
        assertEquals(
                2,
                number("select count(*) from mail_outbox o where o.once like 'privacy-case-%' and o.recipient_key ="
                        + " (select email_key from account where id = " + person.accountId() + ")"));
        assertEquals(
                0,
                number(
                        "select count(*) from mail_outbox where recipient_key = testing.mark('someone-else@example.jp')"));
        List<Map<String, String>> told = section(person, "requests");
        assertEquals(2, told.size());
        assertEquals("対応中", told.get(0).get("requestState"));
        assertFalse(told.get(0).containsKey("requestAnswer") || told.get(0).containsKey("extendedWhy"));
        long own = number("select min(id)" + mine);
        Actor staff = world.staff("答える 職員");
        currentActor.as(staff, () -> {
            cases.extend(own, 1, "調べる記録が多いため");
            cases.decide(own, 2, PrivacyRequest.Identity.ACCOUNT, PrivacyRequest.Outcome.GRANTED, "写しを送った");
            return null;
        });
        Map<String, String> answered = section(person, "requests").get(1);
        assertEquals("調べる記録が多いため", answered.get("extendedWhy"));
        assertEquals("写しを送った", answered.get("requestAnswer"));
        assertEquals("自分で 求める", answered.get("name"));
        assertTrue(section(world.seeker("他の 人"), "requests").isEmpty());

        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        long session = event.sessions().get(0).session().id();
        String mail = "link" + Secrets.name(8).toLowerCase(Locale.ROOT) + "@example.jp";
        currentActor.as(
                Actor.VISITOR,
                () -> registrations.registerGuest(
                        event.event().code(),
                        session,
                        new GuestForm("リンクの 客", "", mail, true),
                        SeatRequest.as(AttendanceRole.GENERAL),
                        Seats.SOMEWHERE));
        String ticket = world.text(
                "select ticket_token from registration where guest_email_key = testing.mark('" + mail + "')");
        currentActor.as(Actor.VISITOR, () -> {
            asking.ask(ticket, asked(PrivacyRequest.Asker.SELF, "だれか", "", ""), true, Locale.JAPANESE);
            return null;
        });
        assertEquals(
                "LETTER リンクの 客 /staff/sessions/" + session + "/registrations/"
                        + world.text("select short_code from registration where guest_email_key = testing.mark('" + mail
                                + "')"),
                world.text(
                        "select identity || ' ' || name || ' ' || record from privacy_case where mail_key = testing.mark('"
                                + mail + "')"));
        String registered = currentActor.as(
                person,
                () -> registrations.register(event.event().code(), session, SeatRequest.as(AttendanceRole.GENERAL)));
        for (String none : List.of(registered, "AAAAAAAAAAAAAAAAAAAAAA")) {
            assertThrows(
                    NotFoundException.class,
                    () -> currentActor.as(Actor.VISITOR, () -> asking.asker(none)),
                    "the link of an account is no proof, nor is one that is nobody's");
        }
    }

    private long waiting(Actor staff) {
        return currentActor.as(staff, () -> cases.staffWork()).stream()
                .filter(each -> each.path().equals("/staff/privacy-cases?state=OPEN"))
                .mapToLong(StaffWork.Waiting::count)
                .sum();
    }

    private static AskedRequest asked(PrivacyRequest.Asker asker, String name, String mail, String contact) {
        return new AskedRequest(PrivacyRequest.Kind.DISCLOSURE, asker, name, mail, contact, "昨年のセミナーの記録を見たい");
    }

    @Test
    void an_incident_says_what_has_to_be_reported_when() {
        Actor staff = world.staff("漏えいを記す 職員");
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        long id = currentActor.as(staff, () -> cases.report(incident(today, null, null, null, "")));
        IncidentView found = currentActor.as(staff, () -> cases.incident(id));
        assertEquals(today.plusDays(5), found.firstDue());
        assertEquals(today.plusDays(59), found.finalDue());
        assertTrue(currentActor.as(staff, () -> cases.staffWork()).stream()
                .anyMatch(each -> each.path().equals("/staff/privacy-incidents?state=OPEN")));
        PrivacyIncident small = new PrivacyIncident(
                today, PrivacyIncident.Kind.OTHER, "宛先を1件まちがえた", 1, null, null, today, "確認の手順を加えた", today, "対象外のため");
        currentActor.as(staff, () -> {
            cases.change(id, 1, small);
            return null;
        });
        assertEquals(null, currentActor.as(staff, () -> cases.incident(id)).firstDue());
        assertEquals(
                "対象外のため", currentActor.as(AUDITOR, () -> cases.incident(id)).unreportedWhy());
        assertThrows(
                ConflictException.class,
                () -> currentActor.as(staff, () -> {
                    cases.change(id, 1, small);
                    return null;
                }));
    }

    /** 速報 and 確報, or a reason; neither the form nor the database closes it before. No day lies before it was known or has not come. */
    @Test
    void an_incident_is_not_over_before_it_was_reported() {
        Actor staff = world.staff("漏えいを閉じる 職員");
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        LocalDate found = today.minusDays(10);
        for (PrivacyIncident early : List.of(
                incident(found, null, null, today, ""),
                incident(found, found, null, today, " "),
                incident(found, null, found, today, ""))) {
            assertEquals("privacy.error.unreported", refused(staff, () -> cases.report(early)));
        }
        for (PrivacyIncident wrong : List.of(
                incident(found, found.minusDays(1), null, null, ""),
                incident(found, today.plusDays(1), null, null, ""),
                incident(found, null, null, found.minusDays(1), "要らない"))) {
            assertEquals("privacy.error.incidentDay", refused(staff, () -> cases.report(wrong)));
        }
        long id = currentActor.as(staff, () -> cases.report(incident(found, found, null, null, "")));
        assertThrows(
                RuntimeException.class,
                () -> world.amend("update privacy_incident set closed_on = found_on where id = " + id),
                "the database says so, too");
        currentActor.as(staff, () -> {
            cases.change(id, 1, incident(found, found, today, today, ""));
            return null;
        });
        assertEquals(today, currentActor.as(staff, () -> cases.incident(id)).closedOn());
    }

    private static PrivacyIncident incident(
            LocalDate found, LocalDate first, LocalDate last, LocalDate closed, String why) {
        return new PrivacyIncident(
                found, PrivacyIncident.Kind.MALICE, "端末をなくした", null, first, last, null, "", closed, why);
    }

    /** A list as a file is about the people of its rows, says by what it was filtered and how many it had; nothing when it had none. */
    @Test
    void a_filtered_file_is_written_down_as_what_it_was() {
        Actor staff = world.staff("絞って書き出す 職員");
        Actor person = world.seeker("残った 人");
        String why = "照会への回答" + Secrets.name(6);
        for (int rows : List.of(3, 0)) {
            read(staff, () -> {
                viewings.taken(
                        Viewing.What.LETTERS_FILE,
                        "状態：送れない" + "、".repeat(300),
                        rows,
                        rows == 0 ? List.of() : List.of(person.personId()),
                        why);
                return null;
            });
        }
        read(staff, () -> {
            viewings.taken(Viewing.What.LETTERS_FILE, "", 2, List.of(), why);
            return null;
        });
        assertEquals(
                "3 1 200 / 2 0 0",
                world.text("select string_agg(taken || ' ' || cardinality(persons) || ' ' || char_length(record), ' / '"
                        + " order by id) from person_viewing where why = '" + why + "'"));
    }

    /** What opens nobody's record but one's own is no reading, nor is an empty list, nor the same page again at once. */
    @Test
    void what_shows_nobody_is_no_reading() {
        Actor staff = world.staff("自分を見る 職員");
        Actor person = world.seeker("見られた 一人");
        String mine = "select count(*) from person_viewing where account_id = " + staff.accountId();
        read(staff, () -> {
            viewings.opened(Viewing.What.ACCOUNTS, "", List.of());
            viewings.opened(Viewing.What.ACCOUNTS, "", List.of(staff.personId()));
            viewings.opened(
                    Viewing.What.ACCOUNT,
                    staff.accountId(),
                    "select a.person_id from account a where a.id = :record::bigint");
            viewings.opened(Viewing.What.ACCOUNT, 0, "select a.person_id from account a where a.id = :record::bigint");
            return null;
        });
        assertEquals(0, number(mine));
        read(staff, () -> {
            viewings.opened(Viewing.What.ACCOUNTS, "", List.of(staff.personId(), person.personId()));
            return null;
        });
        assertEquals(1, number(mine));
        read(staff, () -> {
            viewings.opened(Viewing.What.ACCOUNTS, "", List.of(person.personId()));
            return null;
        });
        assertEquals(1, number(mine), "within the quarter of an hour all of them were written down");
    }

    private String refused(Actor who, Runnable act) {
        return assertThrows(
                        DomainException.class,
                        () -> currentActor.as(who, () -> {
                            act.run();
                            return null;
                        }))
                .key();
    }

    private record Applied(String code, long company, Actor person) {}

    private Applied applied(String name) {
        world.city();
        String job = world.text(
                "select code from posting where ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date)"
                        + " and closes_on > cast(now() at time zone 'Asia/Tokyo' as date) order by id limit 1");
        ApplyTarget target = postings.target(job);
        Actor person = world.seeker(name);
        String code = currentActor.as(
                person,
                () -> applications.apply(
                        job,
                        new ApplyForm(
                                target.edition(),
                                name,
                                Secrets.name(8) + "@example.jp",
                                "",
                                false,
                                "",
                                "応募します",
                                target.questions().stream().map(each -> "答え").toList(),
                                true)));
        return new Applied(code, number("select company_id from job_application where code = '" + code + "'"), person);
    }

    private Actor member(long company) {
        Actor person = world.seeker("採用 担当" + Secrets.name(4));
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) values (nextval('tsunagu_seq'), "
                        + company + ", " + person.accountId() + ", 'EDITOR', now(), 0)");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY));
    }

    /** As a request does it. */
    private <T> T read(Actor reader, Supplier<T> page) {
        return currentActor.as(reader, () -> viewings.during(page));
    }

    private List<Map<String, String>> section(Actor person) {
        return section(person, "viewings");
    }

    private List<Map<String, String>> section(Actor person, String name) {
        return currentActor.as(person, () -> ownData.tell(Locale.JAPANESE)).sections().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .records();
    }

    private RetentionService.Due due(String keep) {
        return due(ADMINISTRATOR, keep);
    }

    private RetentionService.Due due(Actor reader, String keep) {
        return currentActor.as(reader, () -> retention.dryRun()).stream()
                .filter(each -> each.keep().name().equals(keep))
                .findFirst()
                .orElseThrow();
    }

    private void end() {
        currentActor.as(Actor.system("retention"), () -> {
            retention.run(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
            return null;
        });
    }

    private long number(String sql) {
        return world.number(sql);
    }
}
