package tsunagu.signon.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.ProviderLinkService;
import tsunagu.shared.DomainException;
import tsunagu.signon.Begun;
import tsunagu.signon.Problem;
import tsunagu.signon.Provider;
import tsunagu.signon.Providers;
import tsunagu.signon.SignOnException;
import tsunagu.web.PublicAddress;
import tsunagu.web.Web;

/**
 * Sends the browser to a provider: to sign in, or, from the account's own page, to link it. Asked for by a link and not by a form,
 * because the policy of our pages lets no form end elsewhere; what it changes is a cookie of this browser.
 */
@WebServlet("/internal/sign-on-begin")
public class SignOnBegin extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(SignOnBegin.class.getName());

    /** More is no page of the portal, and no cookie. */
    private static final int LONGEST_NEXT = 1_000;

    @Inject
    private transient Providers providers;

    @Inject
    private transient ProviderLinkService links;

    @Inject
    private transient SignOnCookies cookies;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Web web;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Provider provider = providers.of(web.value("way"));
        boolean link = web.getPath().startsWith("/account/");
        String next = web.getIncomingAddress();
        Begun begun = Begun.now(provider.way(), link, next.length() > LONGEST_NEXT ? "" : next, web.getLocale());
        try {
            if (link) {
                links.requireLinkable(provider.way().kind());
            }
            String question = provider.question(begun, back(address, provider)).toString();
            cookies.put(response, begun);
            response.sendRedirect(question);
        } catch (SignOnException e) {
            LOG.log(Level.INFO, "Nobody was sent to {0}: {1}", new Object[] {provider.issuer(), e.getMessage()});
            response.sendRedirect(SignOnBack.told(request, begun, provider, e.problem()));
        } catch (DomainException otherKind) {
            response.sendRedirect(SignOnBack.told(request, begun, provider, Problem.KIND));
        }
    }

    /** The address that is registered with the provider: one for each, so that none can answer in another's name. */
    static URI back(PublicAddress address, Provider provider) {
        return URI.create(address.of("/sign-in/with/" + provider.way().word() + "/back"));
    }
}
