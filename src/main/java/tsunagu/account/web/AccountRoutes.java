package tsunagu.account.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.MANAGER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room account, and who may open them. */
public final class AccountRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forAccounts("/account", "/pages/account/own.xhtml"),
                Route.forAccounts("/account/devices", "/pages/account/devices.xhtml"),
                Route.forAccounts("/account/passkeys", "/pages/account/passkeys.xhtml"),
                Route.forAccounts("/account/proof", "/pages/account/proof.xhtml"),
                Route.forAccounts("/account/second-factor", "/pages/account/second-factor.xhtml"),
                Route.forAccounts("/account/second-factor/code.svg", "/internal/factor-code"),
                Route.forRoles("/factor-resets", "/pages/account/factor-resets.xhtml", ADMINISTRATOR, MANAGER),
                Route.openForm("/account/address/{token}", "/pages/account/address.xhtml"),
                Route.openForm("/password", "/pages/account/forgot.xhtml"),
                Route.open("/password/sent", "/pages/account/forgot-sent.xhtml"),
                Route.openForm("/password/{token}", "/pages/account/password.xhtml"),
                Route.forRoles("/accounts", "/pages/account/accounts.xhtml", ADMINISTRATOR),
                Route.forRoles("/accounts/{account}", "/pages/account/roles.xhtml", ADMINISTRATOR),
                Route.openForm("/for-companies/sign-up", "/pages/account/sign-up.xhtml"),
                Route.open("/privacy", "/pages/account/privacy.xhtml"),
                Route.openForm("/sign-in", "/pages/account/sign-in.xhtml"),
                Route.openForm("/sign-in/code", "/pages/account/sign-in-code.xhtml"),
                Route.forAccounts("/sign-in/in", "/internal/signed-in"),
                Route.forAccounts("/sign-out", "/pages/account/sign-out.xhtml"),
                Route.openForm("/sign-up", "/pages/account/sign-up.xhtml"),
                Route.open("/sign-up/sent", "/pages/account/sign-up-sent.xhtml"),
                Route.openForm("/sign-up/{token}", "/pages/account/sign-up-open.xhtml"));
    }
}
