package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;

/**
 * A hand-made POST may leave out any field. Every button of these pages is pressed without a single field that a person fills in: the
 * answer is the page with a sentence, or a refusal, never an error of ours.
 */
class MissingFieldsIT {

    /** What these buttons do needs no words, and would change what other tests look at. */
    private static final Set<String> NEED_NO_WORDS = Set.of(
            "publish",
            "withdraw",
            "discard",
            "copy",
            "carryOver",
            "approve",
            "approveAll",
            "submit",
            "lock",
            "submitAll",
            "run",
            "draw");

    /** Pages whose rows are acted on with a reason; elsewhere a row's button needs no words either, and somebody would lose a right. */
    private static final Set<String> ACTS_WITH_A_REASON = Set.of("/accounts", "/staff/grants");

    private static final Map<String, List<String>> PAGES = Map.of(
            "staff@demo.example",
            List.of(
                    "/staff/indicators/plan-2",
                    "/staff/programmes/it-talent/measures/participants/definition",
                    "/staff/next-year?year=R5",
                    "/staff/events/new",
                    "/staff/minimum-wages",
                    "/staff/grants",
                    "/staff/partners",
                    "/staff/people",
                    "/monthly?programme=job-cafe",
                    "/staff/evaluations/ichinoseki-guidance?year=R8",
                    "/staff/companies/import",
                    "/staff/placements"),
            "manager@demo.example",
            List.of("/evaluations?year=R8", "/evaluations/company-info-guidance?year=R8", "/official"),
            "company@demo.example",
            List.of(
                    "/company/profile",
                    "/company/members",
                    "/company/survey",
                    "/company/jobs/new",
                    "/company/internships/new"),
            "seeker@demo.example",
            List.of("/my/profile", "/my/data", "/my/consultations/new"),
            "admin@demo.example",
            List.of("/accounts"));

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_form_without_its_fields_is_answered_with_a_sentence() {
        List<String> broken = new ArrayList<>();
        int pressed = 0;
        for (Map.Entry<String, List<String>> each : PAGES.entrySet()) {
            Wire visitor = new Wire(portal);
            visitor.signIn(each.getKey(), TestPortal.PASSWORD);
            for (String path : each.getValue()) {
                HttpResponse<String> page = visitor.get(path);
                if (page.statusCode() != 200) {
                    continue;
                }
                for (Element form : Wire.parsed(page).select("form[method=post]")) {
                    for (Element button : form.select("button[name], input[type=submit][name]")) {
                        boolean needsNoWords = NEED_NO_WORDS.contains(button.attr("name"))
                                || button.attr("name").equals("act") && !ACTS_WITH_A_REASON.contains(path);
                        if (needsNoWords || form.attr("action").contains("/sign-out")) {
                            continue;
                        }
                        HttpResponse<String> answer = visitor.post(path, bare(form, button));
                        pressed++;
                        if (answer.statusCode() >= 500) {
                            broken.add(
                                    answer.statusCode() + " " + path + " " + button.attr("name") + "=" + button.val());
                        }
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(pressed).isGreaterThan(20);
    }

    /** The reasons that were asked for without asking whether they came at all. */
    @Test
    void a_reason_that_was_left_out_is_asked_for() {
        Wire manager = new Wire(portal);
        manager.signIn("manager@demo.example", TestPortal.PASSWORD);
        assertThat(without(manager, "/evaluations?year=R8", "setRule", "ruleWhy"))
                .contains("class=\"field-error\"");
        Wire staff = new Wire(portal);
        staff.signIn("staff@demo.example", TestPortal.PASSWORD);
        assertThat(without(staff, "/staff/indicators/plan-2", "aimDo", "aimYear", "aimWhy"))
                .contains("id=\"error-summary\"");
        assertThat(without(staff, "/staff/indicators/plan-2", "compose", "from", "why"))
                .contains("id=\"error-summary\"");
        assertThat(without(
                        staff,
                        "/staff/programmes/it-talent/measures/participants/definition",
                        "preview",
                        "counting",
                        "direction"))
                .contains("id=\"error-summary\"");
    }

    private static String without(Wire visitor, String path, String button, String... missing) {
        Element form = Wire.parsed(visitor.get(path))
                .select("form:has(#" + button + ")")
                .first();
        Map<String, String> fields = Wire.fields(form);
        List.of(missing)
                .forEach(each ->
                        assertThat(fields.remove(each)).as(each + " of " + path).isNotNull());
        fields.put(button, "x");
        HttpResponse<String> answer = visitor.post(path, fields);
        assertThat(answer.statusCode()).as(path + " " + button).isLessThan(500);
        return answer.body();
    }

    /** Hidden fields only: the state of the view, the token, and the form's own name. */
    private static Map<String, String> bare(Element form, Element button) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(each -> fields.put(each.attr("name"), each.val()));
        fields.put(button.attr("name"), button.val());
        return fields;
    }
}
