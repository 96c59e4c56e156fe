package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.contractor.MonthlyService;
import tsunagu.evaluation.EvaluationService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;

/** Staff ask those whose word is missing before a year is evaluated: the right people, in true words, once a day. */
@ArquillianTest
class AskingIT {

    /** A full year, whatever the day is. */
    private static final FiscalYear R7 = FiscalYear.parse("R7");

    /** Its sheets are in the reference data. */
    private static final FiscalYear R5 = FiscalYear.parse("R5");

    private static final String PROGRAMME = "ichijob";

    @Inject
    private MonthlyService monthly;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void a_contractor_is_asked_for_the_months_it_left_out() {
        world.undone(() -> {
            Actor partner = world.seeker("報告 担当");
            world.amend("insert into account_role (account_id, role) values (" + partner.accountId() + ", 'PARTNER')");
            currentActor.as(World.STAFF, () -> {
                monthly.give(partner.accountId(), "", List.of(PROGRAMME));
                return null;
            });
            MonthlyService.Silence silence = silence();
            assertTrue(
                    silence.partners().stream().anyMatch(each -> each.account() == partner.accountId()),
                    silence::toString);
            for (int press = 0; press < 2; press++) {
                currentActor.as(World.STAFF, () -> monthly.remind(PROGRAMME, R7));
                assertEquals(1, letters(partner, "月の報告をお願いします：令和7年度"));
            }
            assertEquals(
                    1,
                    world.letters("recipient_key = testing.mark(?1)", address(partner)).stream()
                            .filter(each -> each.contains(
                                    "令和7年度の月の報告で、まだ届いていない月が" + silence.months().size() + "か月あります"))
                            .count());
        });
    }

    @Test
    void a_manager_is_asked_for_sheets_that_others_submitted() {
        world.undone(() -> {
            Actor manager = manager("確定 一郎");
            Actor writer = manager("確定 二郎");
            world.amend("update evaluation_sheet set state = 'DRAFT' where state = 'SUBMITTED' and fiscal_year = "
                    + R5.year());
            world.amend("update evaluation_sheet set state = 'SUBMITTED', submitted_by = " + writer.accountId()
                    + " where programme_id = 'next-monozukuri' and fiscal_year = " + R5.year());
            for (int press = 0; press < 2; press++) {
                currentActor.as(World.STAFF, () -> evaluations.remindManagers(R5));
                assertEquals(1, letters(manager, "確定を待つ評価シートがあります：令和5年度"));
                assertEquals(0, letters(writer, "確定を待つ評価シート"), "nobody approves their own");
            }
        });
    }

    private Actor manager(String name) {
        Actor actor = world.seeker(name);
        world.amend("insert into account_role (account_id, role) values (" + actor.accountId() + ", 'MANAGER')");
        return actor;
    }

    private MonthlyService.Silence silence() {
        return currentActor.as(World.STAFF, () -> monthly.silences(R7)).stream()
                .filter(each -> each.programmeId().equals(PROGRAMME))
                .findFirst()
                .orElseThrow();
    }

    private String address(Actor actor) {
        return world.text("select email from account where id = " + actor.accountId());
    }

    private long letters(Actor actor, String subject) {
        return world.number(
                "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like ?2",
                address(actor),
                "%" + subject + "%");
    }
}
