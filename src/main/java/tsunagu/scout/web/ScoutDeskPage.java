package tsunagu.scout.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import tsunagu.posting.OwnPosting;
import tsunagu.scout.Candidate;
import tsunagu.scout.ScoutAnswer;
import tsunagu.scout.ScoutConditions;
import tsunagu.scout.ScoutSearchService;
import tsunagu.scout.ScoutService;
import tsunagu.shared.Classification;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A company says whom it looks for, is told whether there are enough, and invites. The address names the search: reading on costs none. */
@Named
@ViewScoped
public class ScoutDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String HERE = "/company/scout";
    private static final int PAGE = 10;

    @Inject
    private ScoutService scout;

    @Inject
    private ScoutSearchService searches;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private transient ScoutAnswer found;
    private transient ScoutConditions offered;
    private final HashMap<String, String> typed = new HashMap<>();
    private String[] areas;
    private String[] occupations;
    private String[] licences;

    public void search() {
        ScoutConditions conditions = new ScoutConditions(set(getAreas()), set(getOccupations()), set(getLicences()));
        String[] code = new String[1];
        if (errors.attempt(() -> code[0] = searches.search(conditions))) {
            web.go(address(code[0], 1) + "#found");
        }
    }

    /** An alias is good for one answer and one person: it is what was seen, and nothing about it can change. */
    public void invite() {
        if (errors.attempt(
                () -> scout.invite(act.record(), typed.get("posting"), typed.get("words")),
                Map.of("scout.error.words", "words", "scout.error.posting", "posting"))) {
            web.go(address(getSearch(), getPage()) + "&done=invited");
        }
    }

    public String address(String search, int page) {
        return web.url(HERE) + "?answer=" + search + (page > 1 ? "&page=" + page : "");
    }

    public String getSearch() {
        return web.parameter("answer").orElse("");
    }

    /** The answer the address names; null without one, and when it stands no more. */
    public ScoutAnswer getFound() {
        if (found == null && !getSearch().isEmpty()) {
            found = searches.found(getSearch()).orElse(null);
        }
        return found;
    }

    public List<Candidate> getCandidates() {
        List<Candidate> all = getFound().candidates();
        int from = Math.min((getPage() - 1) * PAGE, all.size());
        return all.subList(from, Math.min(from + PAGE, all.size()));
    }

    public int getPage() {
        return web.parameter("page")
                .filter(each -> each.matches("[1-9]"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    public List<Integer> getPages() {
        return IntStream.rangeClosed(1, (getFound().candidates().size() + PAGE - 1) / PAGE)
                .boxed()
                .toList();
    }

    public List<OwnPosting> getPostings() {
        return scout.postings();
    }

    public long getLeft() {
        return scout.left();
    }

    public long getSearchesLeft() {
        return searches.left();
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public List<Classification.Group> getAllAreas() {
        return groups(Classification.AREAS, ScoutConditions::areas);
    }

    public List<Classification.Group> getAllOccupations() {
        return groups(Classification.OCCUPATIONS, ScoutConditions::occupations);
    }

    public List<Classification.Group> getAllLicences() {
        return groups(Classification.LICENCES, ScoutConditions::licences);
    }

    public boolean isNobody() {
        return offered().none();
    }

    private List<Classification.Group> groups(Classification list, Function<ScoutConditions, Set<String>> kind) {
        return list.tops().stream()
                .filter(each -> kind.apply(offered()).contains(each.code()))
                .toList();
    }

    private ScoutConditions offered() {
        if (offered == null) {
            offered = searches.offered();
        }
        return offered;
    }

    public String[] getAreas() {
        return areas == null ? asked(ScoutConditions::areas) : areas;
    }

    public void setAreas(String[] areas) {
        this.areas = areas;
    }

    public String[] getOccupations() {
        return occupations == null ? asked(ScoutConditions::occupations) : occupations;
    }

    public void setOccupations(String[] occupations) {
        this.occupations = occupations;
    }

    public String[] getLicences() {
        return licences == null ? asked(ScoutConditions::licences) : licences;
    }

    public void setLicences(String[] licences) {
        this.licences = licences;
    }

    /** A search that is looked at is ticked, so that it can be changed. */
    private String[] asked(Function<ScoutConditions, Set<String>> kind) {
        return getFound() == null
                ? new String[0]
                : kind.apply(getFound().conditions()).toArray(String[]::new);
    }

    private static Set<String> set(String[] values) {
        return new TreeSet<>(Arrays.asList(values));
    }
}
