package tsunagu.signon.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import tsunagu.signon.Problem;
import tsunagu.signon.Provider;
import tsunagu.signon.Providers;
import tsunagu.signon.Shown;
import tsunagu.signon.Way;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** What people who are not signed in see of providers: their buttons, why it did not work, and that nothing is linked yet. */
@Named
@RequestScoped
public class SignOnPage {

    @Inject
    private Providers providers;

    @Inject
    private SignOnCookies cookies;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    /** @param word of its address; name: as people call it */
    public record Offer(String word, String name) {}

    public List<Offer> getOffers() {
        return providers.all().stream().map(this::offer).toList();
    }

    private Offer offer(Provider provider) {
        return new Offer(provider.way().word(), provider.name(web.getLocale()));
    }

    /** Why it did not work, in a sentence; "" when nothing is wrong. */
    public String getProblem() {
        Optional<Problem> problem = web.parameter("problem").flatMap(Problem::of);
        return problem.flatMap(each -> web.parameter("with")
                        .flatMap(with -> getOffers().stream()
                                .filter(offer -> offer.word().equals(with))
                                .findFirst())
                        .map(offer -> texts.of("signon.problem." + each, offer.name())))
                .orElse("");
    }

    /** The provider of the address. */
    public Offer getWith() {
        return offer(providers.of(web.value("way")));
    }

    public boolean isCompany() {
        return providers.of(web.value("way")).way() == Way.COMPANY;
    }

    /** Whom it has shown to this browser; null when that is too long ago. */
    public Shown getShown() {
        return cookies.shown(request)
                .filter(each -> each.way().word().equals(getWith().word()))
                .orElse(null);
    }
}
