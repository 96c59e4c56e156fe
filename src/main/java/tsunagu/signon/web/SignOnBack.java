package tsunagu.signon.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.ProviderLinkService;
import tsunagu.account.ProviderProof;
import tsunagu.account.web.Entrance;
import tsunagu.shared.Allowances;
import tsunagu.shared.DomainException;
import tsunagu.shared.Languages;
import tsunagu.shared.Limit;
import tsunagu.signon.Begun;
import tsunagu.signon.Problem;
import tsunagu.signon.Provider;
import tsunagu.signon.Providers;
import tsunagu.signon.Shown;
import tsunagu.signon.SignOnException;
import tsunagu.web.PublicAddress;
import tsunagu.web.Web;

/**
 * The browser comes back from a provider. Whoever the provider means and has linked an account comes in by it; whoever has not is told
 * how; whoever wants to link is asked whether it is them.
 */
@WebServlet("/internal/sign-on-back")
public class SignOnBack extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(SignOnBack.class.getName());

    /** What a provider says when it is not able to answer now (OAuth 2.0, 4.1.2.1). */
    private static final Set<String> AWAY = Set.of("server_error", "temporarily_unavailable");

    @Inject
    private transient Providers providers;

    @Inject
    private transient ProviderLinkService links;

    @Inject
    private transient Entrance entrance;

    @Inject
    private transient SignOnCookies cookies;

    @Inject
    private transient Allowances allowances;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Web web;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Provider provider = providers.of(web.value("way"));
        Optional<Begun> asked = cookies.begun(request)
                .filter(each -> each.way() == provider.way())
                .filter(each -> same(each.state(), web.parameter("state").orElse("")));
        if (asked.isEmpty()) {
            response.sendRedirect(told(web.url("/sign-in"), provider, Problem.LATE));
            return;
        }
        // Answered once, whatever the answer is.
        cookies.forgetBegun(response);
        Begun begun = asked.get();
        try {
            response.sendRedirect(onwards(provider, begun, request, response));
        } catch (SignOnException e) {
            LOG.log(Level.INFO, "Nobody came in by {0}: {1}", new Object[] {provider.issuer(), e.getMessage()});
            response.sendRedirect(told(request, begun, provider, e.problem()));
        } catch (DomainException e) {
            Problem problem = e.key().equals(ProviderLinkService.CLOSED) ? Problem.CLOSED : Problem.KIND;
            response.sendRedirect(told(request, begun, provider, problem));
        }
    }

    private String onwards(Provider provider, Begun begun, HttpServletRequest request, HttpServletResponse response)
            throws SignOnException {
        Shown shown = shown(provider, begun);
        if (begun.link()) {
            cookies.put(response, shown);
            return url(request, begun, "/account/sign-on");
        }
        Optional<ProviderProof> proof = links.signIn(shown.proven());
        if (proof.isEmpty()) {
            cookies.put(response, shown);
            return url(request, begun, "/sign-in/with/" + begun.way().word() + "/new");
        }
        return entrance.byProvider(request, response, proof.get(), begun.next(), begun.locale());
    }

    private Shown shown(Provider provider, Begun begun) throws SignOnException {
        String said = web.parameter("error").orElse("");
        if (!said.isEmpty()) {
            throw new SignOnException(
                    said.equals("access_denied")
                            ? Problem.CANCELLED
                            : AWAY.contains(said) ? Problem.AWAY : Problem.REFUSED,
                    "it says that it does not want to");
        }
        // Where it says who it is, it is the one that was asked (RFC 9207).
        if (!web.parameter("iss").orElse(provider.issuer()).equals(provider.issuer())) {
            throw new SignOnException(Problem.REFUSED, "another provider answers");
        }
        if (!allowances.take(Limit.SIGN_IN_NETWORK, web.network()).isZero()) {
            throw new SignOnException(Problem.BUSY, "too many tries from one network");
        }
        Shown shown = provider.answer(web.parameter("code").orElse(""), begun, SignOnBegin.back(address, provider));
        allowances.giveBack(Limit.SIGN_IN_NETWORK, web.network());
        return shown;
    }

    /** Compares in a time that tells nothing. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The page on which somebody hears why it did not work, and finds the other way in. */
    static String told(HttpServletRequest request, Begun begun, Provider provider, Problem problem) {
        String page = url(request, begun, begun.link() ? "/account/sign-on" : "/sign-in");
        return told(page, provider, problem)
                + (begun.next().isEmpty() ? "" : "&next=" + URLEncoder.encode(begun.next(), StandardCharsets.UTF_8));
    }

    private static String told(String page, Provider provider, Problem problem) {
        return page + "?with=" + provider.way().word() + "&problem=" + problem.word();
    }

    private static String url(HttpServletRequest request, Begun begun, String path) {
        return request.getContextPath() + Languages.path(path, begun.locale());
    }
}
