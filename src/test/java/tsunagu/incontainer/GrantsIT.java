package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.grant.GrantForm;
import tsunagu.grant.GrantRecipient;
import tsunagu.grant.GrantService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/** 交付決定 against the rules of its programme; a rule is departed from only with a reason that stays. */
@ArquillianTest
class GrantsIT {

    private static final String ONCE_EVER = "women-friendly-workplace";
    private static final String ONCE_A_YEAR = "job-ad-subsidy";

    @Inject
    private GrantService grants;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Test
    void ceilings_rounds_and_once_only_rules_hold_unless_somebody_says_why() {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        String company = "交付試験" + Secrets.name(6);
        assertEquals("support.error.rounds", refused(ONCE_EVER, "株式会社" + company, 500_000, today, null, ""));
        assertEquals("support.error.rounds", refused(ONCE_EVER, "株式会社" + company, 500_000, today, 3, ""));
        assertEquals("support.error.ceiling", refused(ONCE_EVER, "株式会社" + company, 1_000_001, today, 1, ""));
        decide(ONCE_EVER, "株式会社" + company, 1_000_000, today.minusYears(1), 1, "");
        assertEquals("support.error.onceEver", refused(ONCE_EVER, "㈱" + company, 500_000, today, 1, ""));
        decide(ONCE_EVER, "㈱ " + company, 500_000, today, 1, "前回の工事が災害で失われたため");
        assertEquals(
                1,
                world.number("select count(distinct name) from grant_decision where name like '%" + company + "%'"),
                "one company, however its form is written");

        decide(ONCE_A_YEAR, "有限会社" + company, 300_000, today.minusYears(1), null, "");
        decide(ONCE_A_YEAR, "有限会社" + company, 300_000, today, null, "");
        assertEquals("support.error.onceYear", refused(ONCE_A_YEAR, "（有）" + company, 1, today, null, ""));
    }

    @Test
    void the_same_decision_twice_is_asked_about_and_a_single_is_one_person() {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        String name = "移住 " + Secrets.name(6);
        household(name, GrantRecipient.HOUSEHOLD, 2, 1, today);
        assertEquals(
                "support.error.twice",
                assertThrows(DomainException.class, () -> household(name, GrantRecipient.HOUSEHOLD, 2, 1, today))
                        .key());
        assertEquals(
                "support.error.single",
                assertThrows(DomainException.class, () -> household(name, GrantRecipient.SINGLE, 2, 0, today))
                        .key());
    }

    private void household(String name, GrantRecipient recipient, int adults, int children, LocalDate day) {
        run(new GrantForm(
                "migration-support", "", recipient, null, null, name, adults, children, 600_000L, day, "", null, ""));
    }

    private String refused(String programme, String name, long amount, LocalDate day, Integer round, String despite) {
        return assertThrows(DomainException.class, () -> decide(programme, name, amount, day, round, despite))
                .key();
    }

    private void decide(String programme, String name, long amount, LocalDate day, Integer round, String despite) {
        run(new GrantForm(
                programme, "", GrantRecipient.COMPANY, null, null, name, 0, 0, amount, day, "", round, despite));
    }

    private void run(GrantForm form) {
        currentActor.as(World.STAFF, () -> {
            grants.decide(form);
            return null;
        });
    }
}
