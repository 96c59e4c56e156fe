package tsunagu.matching.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.matching.MatchingService;
import tsunagu.matching.Suggestion;
import tsunagu.search.Kind;
import tsunagu.seeker.Profile;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Weight;
import tsunagu.seeker.Wish;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Suggestions with their reasons; who moves a weight sees the new order at once. */
@Named
@ViewScoped
public class MatchesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MatchingService matching;

    @Inject
    private ProfileService profiles;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private transient List<Suggestion> suggestions;
    private transient Profile profile;

    public List<Kind> getKinds() {
        return matching.kinds();
    }

    /** The one of the address; the first one without. */
    public Kind getKind() {
        String wanted = web.parameter("kind").orElse("");
        return getKinds().stream()
                .filter(each -> each.path().equals(wanted))
                .findFirst()
                .orElse(getKinds().get(0));
    }

    public List<Suggestion> getSuggestions() {
        if (suggestions == null) {
            suggestions = matching.suggestions(getKind(), web.getLocale());
        }
        return suggestions;
    }

    /** Nothing was said that concerns this kind: what is shown is for everybody. */
    public boolean isUsual() {
        return getSuggestions().isEmpty() || !getSuggestions().get(0).why().isEmpty();
    }

    private Profile profile() {
        if (profile == null) {
            profile = profiles.profile();
        }
        return profile;
    }

    /** Wishes that have a value: these can be weighed. */
    public List<Wish> getWishes() {
        return Arrays.stream(Wish.values())
                .filter(each -> !profile().of(each).isEmpty())
                .toList();
    }

    /** How much a wish counts, "0" to "5". */
    public String weight(Wish wish) {
        return String.valueOf(profile().weight(wish).value());
    }

    public boolean must(Wish wish) {
        return act.isBack()
                ? act.all("must").contains(wish.name())
                : profile().weight(wish).must();
    }

    public List<String> getSteps() {
        return List.of("0", "1", "2", "3", "4", "5");
    }

    /** A wish that was given up meanwhile is not weighed, one that came is weighed as before: the form names what it is about. */
    public void weigh() {
        Map<Wish, Weight> moved = new EnumMap<>(Wish.class);
        getWishes().forEach(each -> moved.put(each, moved(each)));
        if (errors.attempt(() -> profiles.weigh(moved))) {
            web.go(web.url("/my/matches") + "?kind=" + getKind().path().toLowerCase(Locale.ROOT) + "&done=weighed");
        }
    }

    private Weight moved(Wish wish) {
        int step = getSteps().indexOf(act.typed("weight", wish));
        return step < 0 ? profile().weight(wish) : new Weight(step, must(wish));
    }
}
