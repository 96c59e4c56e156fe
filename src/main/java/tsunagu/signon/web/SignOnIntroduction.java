package tsunagu.signon.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import tsunagu.account.web.Introduced;
import tsunagu.shared.MailAddress;
import tsunagu.signon.Way;

/** Somebody whom the companies' provider has shown begins the sign-up with the name and the address they have there. */
@ApplicationScoped
class SignOnIntroduction implements Introduced {

    @Inject
    private SignOnCookies cookies;

    @Override
    public Optional<Words> in(HttpServletRequest request) {
        return cookies.shown(request)
                .filter(each -> each.way() == Way.COMPANY)
                .map(each -> new Words(each.name(), MailAddress.plausible(each.email()) ? each.email() : ""));
    }
}
