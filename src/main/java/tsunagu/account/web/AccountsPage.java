package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.account.AccountRegister;
import tsunagu.account.AccountService;
import tsunagu.desk.web.DeskPages;
import tsunagu.web.FormErrors;
import tsunagu.web.ManyActs;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** What is done to the accounts of the administrator's list: one is stopped, or goes on. */
@Named
@RequestScoped
public class AccountsPage {

    @Inject
    private AccountService accounts;

    @Inject
    private DeskPages desks;

    @Inject
    private ManyActs many;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    public void stop() {
        turn(false);
    }

    public void resume() {
        turn(true);
    }

    /** Those that were ticked, for one reason. */
    public void stopAll() {
        errors.need("why-many", act.typed("why", "many"), "account.error.reasonMissing");
        if (errors.isNone()) {
            said(
                    each -> accounts.setActive(each.number(), each.version(), false, act.typed("why", "many")),
                    "all-stopped");
        }
    }

    /** Those that were ticked and have not chosen a password yet. */
    public void inviteAll() {
        said(each -> accounts.inviteAgain(each.number(), each.version()), "all-invited");
    }

    private void said(Consumer<ManyActs.Picked> useCase, String done) {
        int count = many.each(
                useCase,
                ids -> accounts.names(ids.stream()
                        .filter(each -> each.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList()));
        if (count > 0) {
            web.go(desks.of("accounts").after(done) + "&count=" + count);
        }
    }

    private void turn(boolean active) {
        if (errors.attempt(
                () -> accounts.setActive(act.number(), act.version(), active, act.text("why")),
                Map.of("account.error.reasonMissing", "why-" + act.record()))) {
            web.go(desks.of("accounts").after("changed"));
        }
    }

    /** Key of what can be done: one that sleeps is woken, or stopped so that no letter wakes it. */
    public String word(AccountRegister.Row row) {
        return switch (row.state()) {
            case "ACTIVE" -> "account.admin.toDisable";
            case "ASLEEP" -> "account.admin.toWake";
            default -> "account.admin.toEnable";
        };
    }

    /** Key of what follows from it. */
    public String question(AccountRegister.Row row) {
        return switch (row.state()) {
            case "ACTIVE" -> "account.admin.toDisableSure";
            case "ASLEEP" -> "account.admin.toWakeSure";
            default -> "account.admin.toEnableSure";
        };
    }
}
