package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Role;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/**
 * What is wrong with a form is said at once and in the order of the page: every form of every page, found by the routes. A form is sent
 * with nothing, with too much, with what is no number and no day, and with these in turn; a fault that is named in one answer and not
 * in another, where it is there as well, would come in a second round.
 */
class ErrorsAtOnceIT {

    /** What these buttons do needs no words of the form they stand in, and would change what other tests look at. */
    private static final Set<String> NEED_NO_WORDS = Set.of(
            "act",
            "publish",
            "withdraw",
            "discard",
            "copy",
            "carryOver",
            "approve",
            "approveAll",
            "close",
            "lock",
            "submitAll",
            "run",
            "draw",
            // Show or repeat something of the form, and read no more of it.
            "look",
            "repeat",
            "add-session",
            // Who looks after an event.
            "take");

    private final TestPortal portal = TestPortal.shared();
    private final RealPaths paths = new RealPaths(portal);

    /** One button with the fields it is about. */
    private record Pressed(String path, Element form, Element button, List<Element> fields) {

        String says() {
            return path + " " + button.attr("name");
        }
    }

    @Test
    void all_faults_of_a_form_are_named_at_once_and_in_the_order_of_the_page() {
        List<String> rounds = new ArrayList<>();
        int forms = 0;
        for (Role role : List.of(
                Role.SEEKER, Role.COMPANY, Role.STAFF, Role.PARTNER, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR)) {
            Wire visitor = new Wire(portal);
            visitor.signIn(
                    role == Role.ADMINISTRATOR
                            ? "admin@demo.example"
                            : role.name().toLowerCase() + "@demo.example",
                    TestPortal.PASSWORD);
            for (Route route : Routes.ALL) {
                boolean theirs = route.posts()
                        && route.target().endsWith(".xhtml")
                        && (route.roles().contains(role) || route.roles().isEmpty() && role == Role.SEEKER);
                if (!theirs) {
                    continue;
                }
                String path = paths.theirs(route.pattern());
                HttpResponse<String> page = visitor.get(path);
                if (page.statusCode() != 200) {
                    continue;
                }
                for (Pressed each : pressed(path, Wire.parsed(page))) {
                    forms++;
                    look(visitor, each, rounds);
                }
            }
        }
        assertThat(rounds).isEmpty();
        assertThat(forms).as("forms with fields").isGreaterThan(40);
    }

    private static List<Pressed> pressed(String path, Document page) {
        List<Pressed> all = new ArrayList<>();
        // A posting's sheet keeps whatever is typed, and its rules read all of it (PostingRuleTest).
        String forms = path.matches("/company/(jobs|internships)/.*")
                ? "none"
                : "main form[method=post]:not([enctype^=multipart])";
        for (Element form : page.select(forms)) {
            for (Element button : form.select("button[name], input[type=submit][name]")) {
                List<Element> fields = fields(button, form);
                // A password is looked at last, and each look at a wrong one is counted.
                boolean words =
                        fields.stream().anyMatch(each -> !each.attr("type").equals("password"));
                if (!NEED_NO_WORDS.contains(button.attr("name")) && words && button.closest(".sure") == null) {
                    all.add(new Pressed(path, form, button, fields));
                }
            }
        }
        return all;
    }

    /** Of the smallest part of the form that has fields beside the button. */
    private static List<Element> fields(Element button, Element form) {
        for (Element part = button.parent(); part != null; part = part.parent()) {
            List<Element> fields = part.select(
                    "input[name]:not([type=hidden]):not([type=submit]):not([type=file]):not([readonly]):not([disabled]),"
                            + "textarea[name], select[name]");
            if (!fields.isEmpty() && part.tagName().matches("fieldset|section|details|form") || part == form) {
                return fields;
            }
        }
        return List.of();
    }

    private void look(Wire visitor, Pressed form, List<String> rounds) {
        List<String> needed =
                form.form().select("label[for]:has(.need.must), fieldset[id]:has(> legend .need.must)").stream()
                        .map(label -> label.hasAttr("for") ? label.attr("for") : label.id())
                        .filter(id -> form.fields().stream().anyMatch(each -> id(each).equals(id)))
                        .toList();
        if (needed.isEmpty()) {
            // With nothing in it, it would be taken.
            return;
        }
        Set<String> blank = faults(visitor, form, each -> "", rounds);
        for (String id : needed) {
            boolean its = form.fields().stream()
                    .anyMatch(each -> id(each).equals(id)
                            && !chosen(each)
                            && !each.attr("type").equals("password"));
            if (its && !blank.contains(id)) {
                rounds.add(form.says() + ": " + id + " is required, and nothing is said when all is blank: " + blank);
            }
        }
        Set<String> tooMuch = faults(visitor, form, each -> free(each) ? wrong(each, form) : "", rounds);
        Set<String> unreadable = faults(visitor, form, each -> free(each) ? "" : wrong(each, form), rounds);
        compare(visitor, form, "all wrong", each -> false, blank, each -> free(each) ? tooMuch : unreadable, rounds);
        List<Element> fields = form.fields();
        compare(
                visitor,
                form,
                "even blank",
                each -> fields.indexOf(each) % 2 == 0,
                blank,
                each -> free(each) ? tooMuch : unreadable,
                rounds);
        compare(
                visitor,
                form,
                "odd blank",
                each -> fields.indexOf(each) % 2 == 1,
                blank,
                each -> free(each) ? tooMuch : unreadable,
                rounds);
    }

    private void compare(
            Wire visitor,
            Pressed form,
            String how,
            Function<Element, Boolean> isBlank,
            Set<String> blank,
            Function<Element, Set<String>> wrong,
            List<String> rounds) {
        Set<String> found = faults(visitor, form, each -> isBlank.apply(each) ? "" : wrong(each, form), rounds);
        for (Element each : form.fields()) {
            String id = id(each);
            boolean nothing =
                    isBlank.apply(each) || chosen(each) || each.attr("type").equals("password");
            boolean faulty = nothing ? blank.contains(id) : wrong.apply(each).contains(id);
            if (faulty && !found.contains(id)) {
                rounds.add(form.says() + ": " + id + " is not named with " + how + ": " + found);
            }
        }
    }

    /** Ids of the fields that the answer finds fault with. */
    private Set<String> faults(Wire visitor, Pressed form, Function<Element, String> content, List<String> rounds) {
        Map<String, String> body = new LinkedHashMap<>();
        form.form().select("input[type=hidden]").forEach(each -> body.put(each.attr("name"), each.val()));
        form.fields().stream()
                .filter(each -> !each.attr("type").matches("checkbox|radio"))
                .forEach(each -> body.put(each.attr("name"), content.apply(each)));
        // A list without an empty line has always something chosen.
        form.fields().stream()
                .filter(each -> each.tagName().equals("select")
                        && each.select("option[value=''], option:not([value])").isEmpty())
                .forEach(each ->
                        body.put(each.attr("name"), each.select("option").attr("value")));
        body.put(form.button().attr("name"), form.button().val());
        HttpResponse<String> answer = visitor.post(form.path(), body);
        if (answer.statusCode() >= 400) {
            rounds.add(form.says() + ": " + answer.statusCode());
            return Set.of();
        }
        Document page = Wire.parsed(answer);
        List<String> named = page.select("#error-summary a[href^=#]").eachAttr("href").stream()
                .map(each -> each.substring(1))
                .toList();
        List<Integer> places = new ArrayList<>();
        List<Element> all = page.getAllElements();
        for (String id : named) {
            Element target = page.getElementById(id);
            if (target == null) {
                rounds.add(form.says() + ": the sentence about " + id + " leads nowhere");
            } else {
                places.add(all.indexOf(target));
            }
        }
        if (!places.equals(places.stream().sorted().toList())) {
            rounds.add(form.says() + ": not in the order of the page: " + named);
        }
        Set<String> found = new LinkedHashSet<>(named);
        if (named.isEmpty() && page.selectFirst("#error-summary li") != null) {
            found.add("");
        }
        return found;
    }

    /** Chosen from what is offered, and so never wrong but by being left out. */
    private static boolean chosen(Element field) {
        return field.tagName().equals("select") || field.attr("type").matches("checkbox|radio");
    }

    /** Takes any words. */
    private static boolean free(Element field) {
        return !field.attr("type").matches("date|time|number|email|url")
                && !field.attr("inputmode").matches("numeric|decimal|url|email");
    }

    private static String wrong(Element field, Pressed form) {
        if (chosen(field) || field.attr("type").equals("password")) {
            return "";
        }
        long free = form.fields().stream().filter(ErrorsAtOnceIT::free).count();
        return free(field) ? "x".repeat((int) Math.min(20_100, 200_000 / Math.max(1, free))) : "nonsense 99:99";
    }

    /** What a sentence about the field names: the field, or the group it is a choice of. */
    private static String id(Element field) {
        if (!field.attr("type").matches("checkbox|radio")) {
            return field.id();
        }
        Element group = field.closest("fieldset[id]");
        return group == null ? field.id() : group.id();
    }
}
