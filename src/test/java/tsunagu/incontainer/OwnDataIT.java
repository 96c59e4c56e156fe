package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.account.AccountService;
import tsunagu.account.AccountSessionService;
import tsunagu.account.NewAccount;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.attendance.DoorService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.plan.PlanService;
import tsunagu.posting.PostingService;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.seeker.NextService;
import tsunagu.seeker.OwnDataService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Wish;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;

/** Everything about a person is told to them and can be deleted by them; what they were counted in stays counted. */
@ArquillianTest
class OwnDataIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String PROGRAMME = "next-monozukuri";
    private static final String MEASURE = "participants";

    @Inject
    private AccountService accounts;

    @Inject
    private AccountSessionService sessions;

    @Inject
    private OwnDataService data;

    @Inject
    private ProfileService profiles;

    @Inject
    private NextService next;

    @Inject
    private ApplyService applications;

    @Inject
    private PostingService postings;

    @Inject
    private RegistrationService registrations;

    @Inject
    private DoorService door;

    @Inject
    private PlanService plan;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Test
    void a_person_is_told_everything_and_forgotten_and_stays_counted() {
        world.city();
        String email = Secrets.name(10).toLowerCase() + "@example.jp";
        Actor person = signedUp("忘れられる 人", email);
        ManagedEvent past = world.today(PROGRAMME, EventType.SEMINAR, 10);
        ManagedEvent coming = world.event(PROGRAMME, EventType.SEMINAR, 5);
        long session = past.sessions().get(0).session().id();
        long seat = coming.sessions().get(0).session().id();
        String ticket = currentActor.as(
                person,
                () -> registrations.register(past.event().code(), session, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        currentActor.as(
                person,
                () -> registrations.register(
                        coming.event().code(),
                        seat,
                        SeatRequest.as(AttendanceRole.EMPLOYEE)
                                .with(new Companions(Map.of(AttendanceRole.PUPIL, 3, AttendanceRole.TEACHER, 1)))
                                .with(new ClassVisit("忘却中学校", "9年9組", "0191-00-0009"))));
        currentActor.as(World.STAFF, () -> door.checkIn(session, ticket, Secrets.token()));
        currentActor.as(person, () -> {
            profiles.about(LocalDate.of(2000, 5, 17), Stage.SEEKING);
            profiles.wish(Map.of(Wish.AREA, Set.of("SENMAYA")));
            String posting = world.text(
                    "select code from posting where ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on > cast(now() at time zone 'Asia/Tokyo' as date) order by id limit 1");
            return applications.apply(
                    posting,
                    new ApplyForm(
                            postings.target(posting).edition(),
                            "忘れられる 人",
                            email,
                            "0191-00-0000",
                            false,
                            "経歴",
                            "ひみつの志望動機",
                            List.of(),
                            true));
        });
        long twice = world.number(
                "insert into person (id, name, reading, created_at, version) values (nextval('tsunagu_seq'), '忘れられる 人', 'ワスレ', now(), 0) returning id");
        world.amend("update person set merged_into = " + person.personId() + " where id = " + twice);
        FiscalYear year = FiscalYear.of(LocalDate.now(clock.withZone(FiscalYear.ZONE)));
        BigDecimal counted = currentActor
                .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                .figure()
                .computed();

        world.amend(
                "insert into provider_link (id, account_id, issuer, subject, linked_at) values (nextval('tsunagu_seq'), "
                        + person.accountId() + ", 'https://provider.example', '" + email + "-there', now())");
        OwnDataService.OwnData told = currentActor.as(person, () -> data.tell(Locale.JAPANESE));
        String all = told.sections().toString();
        for (String known : List.of(
                "忘れられる 人",
                email,
                "ひみつの志望動機",
                "0191-00-0000",
                "SENMAYA",
                "2000-05",
                "小学生 3名",
                "忘却中学校 9年9組 0191-00-0009",
                "https://provider.example " + email + "-there",
                past.event().title(),
                coming.event().title())) {
            assertTrue(all.contains(known), known);
        }
        assertEquals(1, currentActor.as(person, data::shared).size());
        assertEquals(
                1,
                currentActor.as(person, next::coming).stream()
                        .filter(each -> each.title().startsWith(coming.event().title()))
                        .count());
        String secret = currentActor.as(person, next::newCalendar);
        assertFalse(next.calendar(secret).orElseThrow().isEmpty());

        long signedIn = sessions.open(person.accountId(), accounts.epoch(person.accountId()), "Chrome, Android", true);
        assertTrue(accounts.signedIn(signedIn).isPresent());
        sessions.signedIn(person.accountId(), "", Secrets.token(), "Chrome, Android", true);
        assertEquals("account.error.password", refused(person, "wrong"));
        currentActor.as(person, () -> {
            data.delete(Secret.of(PASSWORD));
            return null;
        });

        for (String table : List.of(
                "person where name = '忘れられる 人' or reading = 'ワスレ'",
                "account where email_key = testing.mark('" + email + "')",
                "job_application where email_key = testing.mark('" + email + "') or message like '%ひみつ%'",
                "seeker_profile where person_id = " + person.personId(),
                "account_session where account_id = " + person.accountId(),
                "account_device where account_id = " + person.accountId(),
                "provider_link where account_id = " + person.accountId(),
                "account_use where account_id = " + person.accountId(),
                "seeker_wish where person_id = " + person.personId(),
                "mail_outbox where recipient_key = testing.mark('" + email + "')",
                "registration where school_name = '忘却中学校' or class_name = '9年9組' ",
                "audit_entry where before::text like '%忘却中学校%' or after::text like '%忘却中学校%' or after::text like '%0191-00-0009%'",
                "audit_entry where before::text like '%ひみつ%' or after::text like '%ひみつ%' or before::text like '%忘れられる%' or after::text like '%忘れられる%'"
                        + " or after::text like '%" + email + "%'")) {
            assertEquals(0, world.number("select count(*) from " + table), table);
        }
        assertEquals(0, world.number("select taken from event_session where id = " + seat), "the seat is free again");
        assertEquals(
                counted,
                currentActor
                        .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                        .figure()
                        .computed(),
                "who came is still counted");
        assertTrue(accounts.signedIn(signedIn).isEmpty(), "their session is over");
        assertTrue(next.calendar(secret).isEmpty(), "the calendar's address works no more");
        signedUp("忘れられる 人", email);
    }

    /** 個人情報保護法76条: what is stored is told, whatever became of it; times are those of Japan, in words. */
    @Test
    void what_is_over_is_told_with_what_became_of_it() {
        Actor person = world.seeker("終わったことも 知る");
        ManagedEvent event = world.event(PROGRAMME, EventType.SEMINAR, 10, 10, 10, 10, 10);
        event.sessions()
                .forEach(each -> currentActor.as(
                        person,
                        () -> registrations.register(
                                event.event().code(), each.session().id(), SeatRequest.as(AttendanceRole.EMPLOYEE))));
        List<String> states = List.of("CANCELLED", "LAPSED", "REFUSED", "WAITING", "CONFIRMED");
        for (int i = 0; i < states.size(); i++) {
            world.amend("update registration set state = '" + states.get(i)
                    + "', created_at = '2026-11-04T23:30:00Z' where person_id = " + person.personId()
                    + " and session_id = " + event.sessions().get(i).session().id());
        }
        ManagedEvent walkedIn = world.today(PROGRAMME, EventType.SEMINAR, 10);
        world.amend(
                "insert into attendance (id, session_id, person_id, role, checked_in_at, source, undone_at, version) values"
                        + " (nextval('tsunagu_seq'), "
                        + walkedIn.sessions().get(0).session().id() + ", " + person.personId()
                        + ", 'EMPLOYEE', '2026-11-05T15:30:00Z', 'PAPER', now(), 0)");
        world.amend(
                "insert into grant_decision (id, programme_id, recipient, person_id, name, amount, decided_on, entered_at, revoked_at,"
                        + " revoked_why, version) select nextval('tsunagu_seq'), id, 'PERSON', " + person.personId()
                        + ", '終わった', 5000, '2026-06-01', now(), '2026-06-02T16:00:00Z', '転出したため', 0 from programme order by id limit 1");
        world.amend(
                "insert into scout_invitation (id, code, company_id, person_id, reached, alias, posting, words, state, sent_at, lapses_at)"
                        + " select nextval('tsunagu_seq'), 'told-late', min(id), " + person.personId()
                        + ", false, 'Z-1', 'none', '届かなかった言葉', 'LAPSED', '2026-10-01T00:00:00Z', '2026-10-15T00:00:00Z' from company");

        OwnDataService.OwnData told = currentActor.as(person, () -> data.tell(Locale.JAPANESE));
        List<Map<String, String>> events = told.sections().stream()
                .filter(each -> each.name().equals("events"))
                .findFirst()
                .orElseThrow()
                .records();
        assertEquals(6, events.size(), events.toString());
        for (String state : List.of("取消し", "期限切れ", "落選・お断り", "キャンセル待ち", "参加")) {
            assertEquals(
                    1,
                    events.stream()
                            .filter(each -> state.equals(each.get("state")))
                            .count(),
                    state + " in " + events);
        }
        String all = told.sections().toString();
        for (String known : List.of(
                "2026年（令和8年）11月5日（木） 08:30",
                "2026年（令和8年）11月6日（金） 00:30（受付は取り消されました）",
                "2026年（令和8年）6月3日（水） 01:00",
                "転出したため",
                "届かなかった言葉")) {
            assertTrue(all.replace("30 （", "30（").contains(known), known + " in " + all);
        }
        assertFalse(all.matches("(?s).*\\d{4}-\\d\\d-\\d\\dT.*"), all);
    }

    @Test
    void a_consent_taken_back_takes_what_was_kept_under_it_along() {
        Actor person = world.seeker("同意 取り消す");
        currentActor.as(person, () -> {
            profiles.wish(Map.of(Wish.AREA, Set.of("SENMAYA"), Wish.LICENCE, Set.of("DRIVING")));
            profiles.takeBack("wishes");
            return null;
        });
        assertTrue(currentActor.as(person, profiles::profile).of(Wish.AREA).isEmpty());
        assertEquals(
                Set.of("DRIVING"), currentActor.as(person, profiles::profile).of(Wish.LICENCE));
        assertTrue(currentActor.as(person, data::consents).stream()
                .anyMatch(each -> each.purpose().equals("wishes") && each.withdrawnAt() != null));
        assertTrue(currentActor.as(person, data::consents).stream()
                .anyMatch(each -> each.purpose().equals("licences") && each.withdrawnAt() == null));
    }

    @Test
    void under_18_and_at_high_school_nobody_applies() {
        world.city();
        String posting = world.text(
                "select code from posting where ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on > cast(now() at time zone 'Asia/Tokyo' as date) order by id limit 1");
        ApplyForm form = new ApplyForm(
                postings.target(posting).edition(), "高校 生", "k@example.jp", "", false, "", "応募します", List.of(), true);
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        Actor pupil = world.seeker("高校 生");
        about(pupil, today.minusYears(19), Stage.HIGH_SCHOOL);
        assertEquals("application.error.minor", minor(pupil, posting, form));
        Actor young = world.seeker("十七歳 十一月");
        about(young, today.minusYears(18), Stage.WORKING);
        assertEquals("application.error.minor", minor(young, posting, form), "18 only when the month is over");
        Actor adult = world.seeker("十八歳 以上");
        about(adult, today.minusYears(18).minusMonths(1), Stage.WORKING);
        currentActor.as(adult, () -> applications.apply(posting, form));
    }

    private String minor(Actor person, String posting, ApplyForm form) {
        return assertThrows(
                        DomainException.class, () -> currentActor.as(person, () -> applications.apply(posting, form)))
                .key();
    }

    private void about(Actor person, LocalDate born, Stage stage) {
        currentActor.as(person, () -> {
            profiles.about(born, stage);
            return null;
        });
    }

    private String refused(Actor person, String password) {
        return assertThrows(
                        DomainException.class,
                        () -> currentActor.as(person, () -> {
                            data.delete(Secret.of(password));
                            return null;
                        }))
                .key();
    }

    private Actor signedUp(String name, String email) {
        currentActor.as(Actor.system("test"), () -> {
            accounts.provide(new NewAccount(name, email, Secret.of(PASSWORD), Set.of(Role.SEEKER)));
            return null;
        });
        return currentActor
                .as(Actor.system("test"), () -> accounts.idOf(email).flatMap(accounts::actor))
                .orElseThrow();
    }
}
