package tsunagu.seeker.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tsunagu.posting.Employment;
import tsunagu.seeker.OwnSheet;
import tsunagu.seeker.Profile;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Wish;
import tsunagu.shared.Classification;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The profile in four small steps; each says what it is for before anything is asked. */
@Named
@ViewScoped
public class SeekerProfilePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> STEPS = List.of("about", "wishes", "licences", "applying");

    private static final List<Wish> YES =
            List.of(Wish.REMOTE, Wish.DORMITORY, Wish.HOUSING, Wish.RELOCATION, Wish.SUBSIDY);

    @Inject
    private ProfileService profiles;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient Profile profile;
    private final HashMap<String, String> typed = new HashMap<>();
    private final HashMap<String, String[]> chosen = new HashMap<>();

    public List<String> getSteps() {
        return STEPS;
    }

    /** @throws NotFoundException when there is no such step */
    public String getStep() {
        String step = web.value("step");
        if (!STEPS.contains(step)) {
            throw new NotFoundException("step " + step);
        }
        return step;
    }

    public int getNumber() {
        return STEPS.indexOf(getStep()) + 1;
    }

    public Profile getProfile() {
        if (profile == null) {
            profile = profiles.profile();
        }
        return profile;
    }

    public Map<String, String> getTyped() {
        if (typed.isEmpty()) {
            LocalDate born = getProfile().born();
            typed.put("born", born == null ? "" : born.toString().substring(0, 7));
            typed.put(
                    "stage",
                    getProfile().stage() == null ? "" : getProfile().stage().name());
            OwnSheet sheet = profiles.sheet();
            typed.put("school", sheet.school());
            typed.put("course", sheet.course());
            typed.put("finishes", Objects.toString(sheet.finishes(), ""));
            typed.put("phone", sheet.phone());
            typed.put("career", sheet.career());
            typed.put("presentation", sheet.presentation());
            for (Wish wish : List.of(Wish.WAGE, Wish.DAYS_OFF)) {
                typed.put(
                        wish.name(), getProfile().of(wish).stream().findFirst().orElse(""));
            }
        }
        return typed;
    }

    /** Values chosen for wishes with several; "YES" holds the names of those one only says yes to. */
    public Map<String, String[]> getChosen() {
        if (chosen.isEmpty()) {
            for (Wish wish : Wish.values()) {
                if (wish.several()) {
                    chosen.put(wish.name(), getProfile().of(wish).toArray(String[]::new));
                }
            }
            chosen.put(
                    "YES",
                    YES.stream()
                            .filter(each -> !getProfile().of(each).isEmpty())
                            .map(Wish::name)
                            .toArray(String[]::new));
        }
        return chosen;
    }

    public void about() {
        Typed<YearMonth> month = Typed.month(text("born"));
        if (month.unreadable()) {
            errors.add("born", texts.of("seeker.error.born"));
            return;
        }
        LocalDate day = month.value() == null ? null : month.value().atDay(1);
        Stage stage = text("stage").isEmpty() ? null : Stage.valueOf(text("stage"));
        if (errors.attempt(() -> profiles.about(day, stage), Map.of("seeker.error.born", "born"))) {
            onwards();
        }
    }

    public void wishes() {
        for (Wish wish : List.of(Wish.OCCUPATION, Wish.INDUSTRY)) {
            getChosen().put(wish.name(), web.parameters().getOrDefault(wish.name(), new String[0]));
        }
        Map<Wish, Set<String>> wishes = new EnumMap<>(Wish.class);
        Set<String> yes = values("YES");
        for (Wish wish : Wish.values()) {
            if (!wish.purpose().equals("wishes")) {
                continue;
            }
            if (wish.several()) {
                wishes.put(wish, values(wish.name()));
            } else if (YES.contains(wish)) {
                wishes.put(wish, yes.contains(wish.name()) ? Set.of("yes") : Set.of());
            } else {
                wishes.put(wish, text(wish.name()).isEmpty() ? Set.of() : Set.of(text(wish.name())));
            }
        }
        if (errors.attempt(() -> profiles.wish(wishes))) {
            onwards();
        }
    }

    public void licences() {
        if (errors.attempt(
                () -> profiles.wish(Map.of(Wish.LICENCE, values(Wish.LICENCE.name()))),
                Map.of("seeker.error.none", "licences"))) {
            onwards();
        }
    }

    /** What forms to companies begin with. */
    public void applying() {
        Typed<Integer> finishes = Typed.wholeNumber(text("finishes"));
        if (finishes.unreadable()) {
            errors.add("finishes", texts.of("seeker.error.finishes"));
        }
        OwnSheet sheet = new OwnSheet(
                text("school").strip(),
                text("course").strip(),
                finishes.value(),
                text("phone"),
                text("career").strip(),
                text("presentation").strip());
        if (errors.attempt(sheet, () -> profiles.keepSheet(sheet), Map.of())) {
            onwards();
        }
    }

    public void takeBack() {
        if (errors.attempt(() -> profiles.takeBack(getStep()))) {
            web.go(web.url("/my/profile/" + getStep()) + "?done=taken-back");
        }
    }

    private void onwards() {
        int next = STEPS.indexOf(getStep()) + 1;
        web.go(web.url(next == STEPS.size() ? "/my" : "/my/profile/" + STEPS.get(next)) + "?done=profile-saved");
    }

    private Set<String> values(String wish) {
        String[] values = getChosen().get(wish);
        return values == null ? Set.of() : new TreeSet<>(Arrays.asList(values));
    }

    private String text(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer;
    }

    public Stage[] getStages() {
        return Stage.values();
    }

    public Employment[] getEmployments() {
        return Employment.values();
    }

    public List<Classification.Group> getAreas() {
        return Classification.AREAS.tops();
    }

    public List<Branch> getOccupations() {
        return branches(Wish.OCCUPATION, Classification.OCCUPATIONS);
    }

    public List<Branch> getIndustries() {
        return branches(Wish.INDUSTRY, Classification.INDUSTRIES);
    }

    /**
     * A major group with its middle groups: who wants to program need not wish for everything that engineers do.
     *
     * @param choices the group as a whole first
     */
    public record Branch(String name, List<Choice> choices) {

        public long chosen() {
            return choices.stream().filter(Choice::chosen).count();
        }
    }

    public record Choice(String code, String name, boolean chosen) {}

    private List<Branch> branches(Wish wish, Classification groups) {
        Set<String> wanted = values(wish.name());
        boolean english = web.isEnglish();
        return groups.tops().stream()
                .map(top -> new Branch(
                        top.name(english),
                        Stream.concat(
                                        Stream.of(new Choice(
                                                top.code(),
                                                texts.of("seeker.wholeGroup", top.name(english)),
                                                wanted.contains(top.code()))),
                                        groups.below(top.code()).stream()
                                                .map(each -> new Choice(
                                                        each.code(), each.name(english), wanted.contains(each.code()))))
                                .toList()))
                .toList();
    }

    public List<Classification.Group> getLicences() {
        return Classification.LICENCES.tops();
    }

    public List<String> getWages() {
        return Wish.WAGE.facet().fixedValues();
    }

    public List<String> getDaysOff() {
        return Wish.DAYS_OFF.facet().fixedValues();
    }

    /** 200,000 */
    public String grouped(String number) {
        return String.format(java.util.Locale.ROOT, "%,d", Integer.parseInt(number));
    }

    public List<Wish> getYes() {
        return YES;
    }
}
