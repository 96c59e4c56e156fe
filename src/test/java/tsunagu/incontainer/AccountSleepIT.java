package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.account.AccountService;
import tsunagu.account.AccountSessionService;
import tsunagu.account.PasswordService;
import tsunagu.account.SleepService;
import tsunagu.privacy.PrivacyCaseService;
import tsunagu.privacy.PrivacyRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.HeldWork;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;

/** Accounts that nobody uses sleep until their owner wakes them; what somebody holds is shown before they leave. */
@ArquillianTest
class AccountSleepIT {

    private static final Actor ADMINISTRATOR = new Actor(null, null, "system:test", Set.of(Role.ADMINISTRATOR));

    @Inject
    private SleepService sleep;

    @Inject
    private PasswordService passwords;

    @Inject
    private AccountService accounts;

    @Inject
    private AccountSessionService sessions;

    @Inject
    private PrivacyCaseService cases;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    /** A letter thirty days before; who signs in after it stays awake; who does not sleeps, and is woken by the link of a new password. */
    @Test
    void an_account_that_nobody_uses_sleeps_after_a_letter_and_wakes_by_the_link() {
        Actor away = world.seeker("長く 来ない人");
        Actor back = world.seeker("戻った 人");
        Actor used = world.seeker("使っている 人");
        LocalDate today = today();
        // counted back from the day of the sleep, as the portal does: months before a leap day are not as long as after
        // it
        LocalDate limit = today.plusDays(30).minusMonths(24);
        lastUsed(away, limit);
        lastUsed(back, limit);
        lastUsed(used, limit.plusDays(1));

        run(today);
        assertEquals(1, letters(away, "休止します"));
        assertEquals(1, letters(back, "休止します"));
        assertEquals(0, letters(used, "休止します"));
        run(today.plusDays(29));
        assertEquals(1, letters(away, "休止します"), "told once");
        assertEquals("ACTIVE", state(away));
        currentActor.as(Actor.VISITOR, () -> sessions.open(back.accountId(), epoch(back), "Firefox, Linux", true));

        run(today.plusDays(30));
        assertEquals("ASLEEP", state(away));
        assertEquals(1, letters(away, "休止しました"));
        assertEquals("ACTIVE", state(back));
        assertTrue(currentActor
                .as(Actor.system("test"), () -> accounts.actor(away.accountId()))
                .isEmpty());
        assertEquals(
                1,
                world.number("select count(*) from audit_entry where table_name = 'account' and row_id = '"
                        + away.accountId() + "' and reason like 'not used since%'"));

        String address = world.text("select email from account where id = " + away.accountId());
        currentActor.as(Actor.VISITOR, () -> {
            passwords.forgot(address, Locale.JAPANESE);
            return null;
        });
        String token = world.letters("recipient_key = testing.mark('" + address + "')").stream()
                .flatMap(each -> Pattern.compile("/password/([A-Za-z0-9_-]+)")
                        .matcher(each)
                        .results())
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .group(1);
        currentActor.as(Actor.VISITOR, () -> passwords.choose(token, Secret.of("さくら きたかみ 自転車でいく")));
        assertEquals("ACTIVE", state(away));
        run(today.plusDays(31));
        assertEquals("ACTIVE", state(away), "used on the day it was woken");
    }

    /** A city's account sleeps sooner; an administrator's never: one of them is sealed for the day on which nothing else works. */
    @Test
    void staff_sleep_sooner_and_administrators_never() {
        Actor staff = world.staff("来ない 職員");
        Actor seeker = world.seeker("来ない 求職者");
        Actor administrator = world.seeker("封筒の 管理者");
        world.amend("insert into account_role (account_id, role) values (" + administrator.accountId()
                + ", 'ADMINISTRATOR')");
        LocalDate today = today();
        for (Actor each : List.of(staff, seeker, administrator)) {
            lastUsed(each, today.minusMonths(13));
        }
        run(today);
        assertEquals(1, letters(staff, "休止します"));
        assertEquals(0, letters(seeker, "休止します"));
        lastUsed(administrator, today.minusYears(9));
        run(today);
        run(today.plusDays(30));
        assertEquals("ASLEEP", state(staff));
        assertEquals("ACTIVE", state(seeker));
        assertEquals("ACTIVE", state(administrator));
        world.amend("update account set state = 'DISABLED' where id = " + administrator.accountId());
    }

    /** One that an administrator wakes is used from that day on; one that is stopped in its sleep is woken by no letter. */
    @Test
    void a_sleeping_account_is_woken_for_good_or_stopped_by_an_administrator() {
        Actor woken = world.seeker("起こされた 人");
        Actor stopped = world.seeker("眠りながら 停止された人");
        LocalDate today = today();
        for (Actor each : List.of(woken, stopped)) {
            lastUsed(each, today.minusMonths(25));
        }
        run(today);
        run(today.plusDays(30));
        assertEquals("ASLEEP", state(woken));
        assertEquals("ASLEEP", state(stopped));
        setActive(woken, true);
        setActive(stopped, false);
        run(today.plusDays(31));
        assertEquals("ACTIVE", state(woken));
        currentActor.as(Actor.VISITOR, () -> {
            passwords.forgot(
                    world.text("select email from account where id = " + stopped.accountId()), Locale.JAPANESE);
            return null;
        });
        assertEquals(0, world.number("select count(*) from account_link where account_id = " + stopped.accountId()));
        assertEquals("DISABLED", state(stopped));
    }

    private void setActive(Actor account, boolean active) {
        int version = (int) world.number("select version from account where id = " + account.accountId());
        currentActor.as(new Actor(null, null, "system:administrator", Set.of(Role.ADMINISTRATOR)), () -> {
            accounts.setActive(account.accountId(), version, active, "本人から連絡があったため");
            return null;
        });
    }

    /** An account that was stopped is not woken by a letter's link. */
    @Test
    void who_was_stopped_is_not_woken() {
        Actor stopped = world.seeker("停止された 人");
        world.amend("update account set state = 'DISABLED' where id = " + stopped.accountId());
        String address = world.text("select email from account where id = " + stopped.accountId());
        currentActor.as(Actor.VISITOR, () -> {
            passwords.forgot(address, Locale.JAPANESE);
            return null;
        });
        assertEquals(0, world.number("select count(*) from account_link where account_id = " + stopped.accountId()));
    }

    @Test
    void what_somebody_holds_is_shown_to_who_stops_their_account() {
        Actor leaving = world.staff("異動する 職員");
        assertEquals(List.of(), held(leaving));
        currentActor.as(
                leaving,
                () -> cases.enter(new PrivacyRequest(
                        PrivacyRequest.Kind.DISCLOSURE,
                        PrivacyRequest.Channel.COUNTER,
                        PrivacyRequest.Identity.NONE,
                        "窓口 の人",
                        "0191-21-0000",
                        "記録を見たい",
                        today())));
        assertEquals(List.of(new HeldWork.Held("account.held.cases", 1)), held(leaving));
        assertThrows(NotFoundException.class, () -> currentActor.as(leaving, () -> accounts.held(leaving.accountId())));
        assertFalse(held(leaving).isEmpty());
    }

    private List<HeldWork.Held> held(Actor who) {
        return currentActor.as(
                new Actor(who.accountId(), who.personId(), "x", ADMINISTRATOR.roles()),
                () -> accounts.held(who.accountId()));
    }

    private void lastUsed(Actor who, LocalDate day) {
        world.change("insert into account_use (account_id, used_on) values (" + who.accountId() + ", '" + day
                + "') on conflict (account_id) do update set used_on = excluded.used_on, warned_on = null");
    }

    private void run(LocalDate today) {
        currentActor.as(Actor.system("account-sleep"), () -> {
            sleep.run(today);
            return null;
        });
    }

    private long letters(Actor who, String subject) {
        return world.number(
                "select count(*) from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = "
                        + who.accountId() + " and o.subject like '%" + subject + "%'");
    }

    private String state(Actor who) {
        return world.text("select state from account where id = " + who.accountId());
    }

    private int epoch(Actor who) {
        return (int) world.number("select epoch from account where id = " + who.accountId());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
