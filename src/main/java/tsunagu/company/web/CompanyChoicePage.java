package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;
import tsunagu.company.CompanyName;
import tsunagu.company.Membership;
import tsunagu.company.MembershipService;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Which of their companies somebody acts for: shown above every page, changed here, and said by every form. */
@Named("companyChoice")
@RequestScoped
public class CompanyChoicePage {

    /** A page of companies, or a file, as a letter or a bookmark names it. */
    private static final Pattern NEXT =
            Pattern.compile("(/company|/files)(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_=&-]{1,100})?");

    @Inject
    private MembershipService memberships;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<Membership> all;
    private Membership now;

    public List<Membership> getAll() {
        if (all == null) {
            all = web.is("COMPANY") ? memberships.all() : List.of();
        }
        return all;
    }

    /** There is something to choose. */
    public boolean isSeveral() {
        return getAll().size() > 1;
    }

    /** The one they act for now; null for who acts for none, and where a form was opened for one they have left. */
    public CompanyName getNow() {
        if (now == null && web.is("COMPANY")) {
            now = memberships.find().orElse(null);
        }
        return now == null ? null : now.company();
    }

    /** They begin, and belong to no company yet: nothing of a company's desk is theirs. */
    public boolean isOutside() {
        return web.getPath().equals("/company") && getNow() == null;
    }

    /**
     * For which company the forms of this page are: what a form that comes back with its mistakes said, also when they have left that
     * company meanwhile, or else the one they act for; "" for who acts for none. Said also by who acts for one only: the second may come while
     * the page is open.
     */
    public String getStated() {
        return web.getStatedCompany().orElseGet(() -> getNow() == null ? "" : String.valueOf(getNow().id()));
    }

    /** Keeps what is typed for one company from the forms of another; "" on pages that are about no company. */
    public String getSeal() {
        return web.getPath().startsWith("/company") && getNow() != null ? web.seal("company " + getNow().id()) : "";
    }

    /** The one a letter is about is theirs. */
    public boolean isMeantTheirs() {
        return getAll().stream().anyMatch(each -> each.company().id() == getMeant());
    }

    /** The one a letter is about; 0 where none said it. */
    public long getMeant() {
        return web.parameter("of")
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** Where they go on: a page that a letter named, and no other address. */
    public String getNext() {
        return web.parameter("next")
                .filter(each -> NEXT.matcher(each).matches())
                .orElse("");
    }

    public void choose() {
        long company = act.number();
        memberships.choose(company);
        web.actFor(company);
        web.goOn(web.url(getNext().isEmpty() ? "/company" : getNext()));
    }
}
