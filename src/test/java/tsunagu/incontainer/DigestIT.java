package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.account.AccountService;
import tsunagu.account.NewAccount;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;

/** Staff are told in the morning what waits, by choice. */
@ArquillianTest
class DigestIT {

    @Inject
    private World world;

    @Inject
    private AccountService accounts;

    @Inject
    @Any
    private Instance<DailyTask> tasks;

    @Inject
    private CurrentActor currentActor;

    @Test
    void staff_who_want_it_are_told_on_the_morning_of_a_working_day() {
        String told = staff();
        String silent = staff();
        world.amend("update account set digest = false where email_key = testing.mark('" + silent + "')");
        world.amend(
                "insert into company_admission (id, code, applicant_id, state, corporate_number, no_number_why, name, reading, summary, industry,"
                        + " place_name, area, address, employees, phone, submitted_at, version) select nextval('tsunagu_seq'), '"
                        + Secrets.name(8)
                        + "', a.id, 'SUBMITTED', null, 'w', '待つ会社', 'マツ', 's', 'E24', 'p', 'SENMAYA', 'x', 1, "
                        + world.sealed("1") + ","
                        + " timestamptz '2030-12-20', 0 from account a where a.email_key = testing.mark('" + told
                        + "')");

        // New Year's Day, and a Sunday.
        run(LocalDate.of(2031, 1, 1));
        run(LocalDate.of(2031, 1, 5));
        assertEquals(0, letters(told));
        run(LocalDate.of(2031, 1, 6));
        assertEquals(1, letters(told));
        assertEquals(0, letters(silent));
        String body = world.text("select body from mail_outbox where recipient_key = testing.mark('" + told + "')");
        assertTrue(body.contains("利用登録の申込み"), body);
        assertTrue(body.contains("/staff"), body);
        world.amend("delete from company_admission where name = '待つ会社'");
    }

    private String staff() {
        String email = "digest" + Secrets.name(8) + "@example.jp";
        currentActor.as(Actor.system("test"), () -> {
            accounts.provide(new NewAccount("朝の 人", email, Secret.of(Secrets.token()), Set.of(Role.STAFF)));
            return null;
        });
        return email;
    }

    private void run(LocalDate day) {
        currentActor.as(Actor.system("digest"), () -> {
            tasks.stream()
                    .filter(each -> each.task().equals("digest"))
                    .findFirst()
                    .orElseThrow()
                    .run(day);
            return null;
        });
    }

    private int letters(String email) {
        return Integer.parseInt(world.text(
                "select cast(count(*) as text) from mail_outbox where recipient_key = testing.mark('" + email + "')"));
    }
}
