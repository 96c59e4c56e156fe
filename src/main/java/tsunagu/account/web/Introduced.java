package tsunagu.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who somebody says they are elsewhere, to begin the sign-up of a company's person with. Nothing of it is believed: the address is
 * confirmed by a letter like any other, and the account is not linked to anything by it. Room signon knows.
 */
public interface Introduced {

    /** @param name "" for none; email: "" for none */
    record Words(String name, String email) {}

    Optional<Words> in(HttpServletRequest request);
}
