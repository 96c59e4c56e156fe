package tsunagu.scout.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.posting.OwnPosting;
import tsunagu.scout.Conditions;
import tsunagu.scout.Invitation;
import tsunagu.scout.ScoutService;
import tsunagu.shared.Classification;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A company says whom it looks for, sees who there is without names, and invites. */
@Named
@ViewScoped
public class ScoutDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ScoutService scout;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient ScoutService.Result result;
    private final HashMap<String, String> typed = new HashMap<>();
    private String[] areas = {};
    private String[] occupations = {};
    private String[] licences = {};

    public void search() {
        errors.attempt(() -> result = scout.search(conditions()));
    }

    public void invite(String alias) {
        if (errors.attempt(
                () -> scout.invite(conditions(), alias, typed.get("posting"), typed.get("words")),
                Map.of("scout.error.words", "words", "scout.error.posting", "posting"))) {
            web.go(web.url("/company/scout") + "?done=invited");
        } else {
            result = scout.search(conditions());
        }
    }

    private Conditions conditions() {
        return new Conditions(set(areas), set(occupations), set(licences));
    }

    private static Set<String> set(String[] values) {
        return values == null ? Set.of() : Set.of(values);
    }

    public ScoutService.Result getResult() {
        return result;
    }

    public List<OwnPosting> getPostings() {
        return scout.postings();
    }

    public long getLeft() {
        return scout.left();
    }

    public List<Invitation> getSent() {
        return scout.sent();
    }

    /** Names of groups, in the order of their codes. */
    public String names(String list, Set<String> codes) {
        Classification classification = switch (list) {
            case "AREA" -> Classification.AREAS;
            case "LICENCE" -> Classification.LICENCES;
            default -> Classification.OCCUPATIONS;
        };
        return codes.stream().map(code -> classification.get(code).name()).collect(Collectors.joining(" / "));
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public List<Classification.Group> getAllAreas() {
        return Classification.AREAS.tops();
    }

    public List<Classification.Group> getAllOccupations() {
        return Classification.OCCUPATIONS.tops();
    }

    public List<Classification.Group> getAllLicences() {
        return Classification.LICENCES.tops();
    }

    public String[] getAreas() {
        return areas;
    }

    public void setAreas(String[] areas) {
        this.areas = areas;
    }

    public String[] getOccupations() {
        return occupations;
    }

    public void setOccupations(String[] occupations) {
        this.occupations = occupations;
    }

    public String[] getLicences() {
        return licences;
    }

    public void setLicences(String[] licences) {
        this.licences = licences;
    }
}
