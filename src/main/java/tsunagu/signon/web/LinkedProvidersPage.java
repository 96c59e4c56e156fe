package tsunagu.signon.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.account.ProviderLink;
import tsunagu.account.ProviderLinkService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.NotFoundException;
import tsunagu.signon.Problem;
import tsunagu.signon.Provider;
import tsunagu.signon.Providers;
import tsunagu.signon.Shown;
import tsunagu.signon.Way;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** The providers by which the own account may be opened: seen, linked, given up. */
@Named
@RequestScoped
public class LinkedProvidersPage {

    private static final String ADDRESS = "/account/sign-on";

    private static final String SEEN = "shown";

    @Inject
    private Providers providers;

    @Inject
    private ProviderLinkService service;

    @Inject
    private SignOnCookies cookies;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<ProviderLink> own;

    /** @param name the provider as people call it, or its address when the city no longer offers it; usedAt null: never */
    public record Row(long id, String name, Instant linkedAt, Instant usedAt) {}

    /** Whether the account's own page leads here: something is offered to it, or linked. */
    public boolean isThere() {
        return !providers.all().isEmpty() && !(getOffers().isEmpty() && own().isEmpty());
    }

    /** @throws NotFoundException when the city offers none */
    public List<Row> getRows() {
        if (providers.all().isEmpty()) {
            throw new NotFoundException("providers");
        }
        return own().stream()
                .map(each -> new Row(each.id(), name(each.issuer()), each.linkedAt(), each.usedAt()))
                .toList();
    }

    private List<ProviderLink> own() {
        if (own == null) {
            own = service.own();
        }
        return own;
    }

    private boolean isLinked(String issuer) {
        return own().stream().anyMatch(each -> each.issuer().equals(issuer));
    }

    private String name(String issuer) {
        return providers.all().stream()
                .filter(each -> each.issuer().equals(issuer))
                .findFirst()
                .map(each -> each.name(web.getLocale()))
                .orElse(issuer);
    }

    /** Those that speak for accounts like the own one, and are not linked. */
    public List<SignOnPage.Offer> getOffers() {
        return providers.all().stream()
                .filter(each -> each.way().kind().opens(web.getActor().roles()) && !isLinked(each.issuer()))
                .map(each -> new SignOnPage.Offer(each.way().word(), each.name(web.getLocale())))
                .toList();
    }

    /** Whom a provider has shown to this browser a moment ago, to be linked; null for nobody, or when one of that provider is. */
    public Shown getShown() {
        return shown().filter(each -> !isLinked(each.issuer())).orElse(null);
    }

    private Optional<Shown> shown() {
        return cookies.shown(request())
                .filter(each -> providers.all().stream().map(Provider::issuer).anyMatch(each.issuer()::equals));
    }

    public String getShownBy() {
        return getShown() == null ? "" : name(getShown().issuer());
    }

    /** Names whom the page has shown: another answer may have come to this browser since. */
    public String getShownSeal() {
        return getShown() == null ? "" : seal(getShown());
    }

    private String seal(Shown shown) {
        return web.seal(shown.issuer() + " " + shown.subject());
    }

    /** Also while the form comes back after what it asks about has become too old: then that is said. */
    public boolean isAsking() {
        return getShown() != null || web.parameter(SEEN).isPresent();
    }

    public void link() {
        Optional<Shown> seen =
                shown().filter(each -> seal(each).equals(web.parameter(SEEN).orElse("")));
        if (seen.isEmpty()) {
            web.goOn(web.url(ADDRESS) + "?problem=" + Problem.LATE.word() + "&with="
                    + web.parameter("way").flatMap(Way::of).map(Way::word).orElse(""));
            return;
        }
        Shown shown = seen.get();
        if (isLinked(shown.issuer())) {
            web.go(web.url(ADDRESS) + "?done=linked");
            return;
        }
        if (errors.attempt(() -> service.link(shown.proven(), name(shown.issuer())))) {
            cookies.forgetShown(response());
            web.go(web.url(ADDRESS) + "?done=linked");
        }
    }

    /** It is somebody else, or a mistake: nothing is kept of it. */
    public void drop() {
        cookies.forgetShown(response());
        web.go(web.url(ADDRESS));
    }

    public void unlink() {
        String name = own().stream()
                .filter(each -> each.id() == act.number())
                .findFirst()
                .map(each -> name(each.issuer()))
                .orElseThrow(ConflictException::new);
        if (errors.attempt(() -> service.unlink(act.number(), name))) {
            web.go(web.url(ADDRESS) + "?done=unlinked");
        }
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
