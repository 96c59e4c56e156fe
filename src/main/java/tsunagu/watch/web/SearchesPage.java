package tsunagu.watch.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyPageView;
import tsunagu.search.Kind;
import tsunagu.shared.MailHours;
import tsunagu.shared.NotFoundException;
import tsunagu.watch.NewSearch;
import tsunagu.watch.NewThings;
import tsunagu.watch.Rhythm;
import tsunagu.watch.SavedSearch;
import tsunagu.watch.WatchService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A person's saved searches and followed companies: what is new, how often to be told, and adding one. */
@Named
@RequestScoped
public class SearchesPage {

    @Inject
    private WatchService watches;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    @Inject
    private Catalogue catalogue;

    @Inject
    private MailHours.Known mailHours;

    private List<SavedSearch> searches;
    private List<NewThings.Thing> latest;
    private String name = "";
    private Rhythm rhythm = Rhythm.DAILY;
    private String of = "";

    /** Between which hours letters of news leave. */
    public MailHours getHours() {
        return mailHours.hours();
    }

    public List<SavedSearch> getSearches() {
        if (searches == null) {
            searches = watches.searches();
        }
        return searches;
    }

    public List<NewThings.Thing> getLatest() {
        if (latest == null) {
            latest = watches.latest();
        }
        return latest;
    }

    public List<WatchService.Followed> getFollowed() {
        return watches.followed();
    }

    public boolean isMail() {
        return watches.mail();
    }

    /** "/jobs?area=SENMAYA": the list somebody came from; "" for nobody. */
    public String getOf() {
        return of.isEmpty() ? web.parameter("of").orElse("") : of;
    }

    public void setOf(String of) {
        this.of = of;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Rhythm getRhythm() {
        return rhythm;
    }

    public void setRhythm(Rhythm rhythm) {
        this.rhythm = rhythm;
    }

    public Rhythm[] getRhythmsToChoose() {
        return Rhythm.values();
    }

    /** What was chosen before the page came back with a mistake, or else what is kept. */
    public boolean chosen(SavedSearch search, Rhythm each) {
        String typed = act.typed("rhythm", search.id());
        return each.name().equals(typed.isEmpty() ? search.rhythm().name() : typed);
    }

    public void save() {
        String conditions = getOf().contains("?") ? getOf().substring(getOf().indexOf('?')) : "";
        if (errors.attempt(() -> watches.save(new NewSearch(kind(), conditions, name.strip(), rhythm)))) {
            again("saved");
        }
    }

    private Kind kind() {
        String path = getOf().replaceFirst("[?].*", "");
        return Arrays.stream(Kind.values())
                .filter(each -> path.equals("/" + each.path()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("list " + path));
    }

    public void change() {
        if (errors.attempt(() -> watches.setRhythm(act.number(), rhythm(act.seen()), rhythm(act.text("rhythm"))))) {
            again("changed");
        }
    }

    private static Rhythm rhythm(String name) {
        return Arrays.stream(Rhythm.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("rhythm " + name));
    }

    public void remove() {
        if (errors.attempt(() -> watches.remove(act.number()))) {
            again("removed");
        }
    }

    /** The company whose page somebody came from; "" for none. */
    public String getCompany() {
        return web.parameter("follow").orElse("");
    }

    /** Its name, for the question whether to follow it; "" where it is not public any more. */
    public String getCompanyName() {
        return catalogue.companiesByCode(List.of(getCompany())).stream()
                .map(CompanyPageView::name)
                .findFirst()
                .orElse("");
    }

    public void follow() {
        if (errors.attempt(() -> watches.follow(getCompany()))) {
            again("followed");
        }
    }

    public void unfollow() {
        if (errors.attempt(() -> watches.unfollow(act.number()))) {
            again("unfollowed");
        }
    }

    public void startLetters() {
        if (errors.attempt(() -> watches.setMail(true))) {
            again("mail-on");
        }
    }

    public void stopLetters() {
        if (errors.attempt(() -> watches.setMail(false))) {
            again("mail-off");
        }
    }

    /** Somebody came by the link in a letter and confirms. */
    public void stop() {
        if (errors.attempt(() -> watches.stop(web.value("token")))) {
            web.go(web.url("/stop/" + web.value("token")) + "?done=stopped");
        }
    }

    private void again(String done) {
        web.go(web.url("/my/searches") + "?done=" + done);
    }
}
