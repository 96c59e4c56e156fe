package tsunagu.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tsunagu.web.Bar;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Every component of the desks with its states: what the next page is built from. In a demonstration only (its list is there only); changes nothing. */
@Named
@RequestScoped
public class StylePage {

    private static final int MANY = 40;

    @Inject
    private DeskPages desks;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    public void tryOne() {
        act.number();
        web.go(desks.of("samples").after("tried"));
    }

    public void tryMany() {
        if (act.all("pick").isEmpty()) {
            errors.add("", texts.of("desk.error.pickNone"));
            return;
        }
        web.go(desks.of("samples").after("tried") + "&number=" + act.all("pick").size());
    }

    /** How many rows the act just answered was done to. */
    public String getNumber() {
        return web.parameter("number")
                .filter(each -> each.matches("[0-9]{1,5}"))
                .orElse("1");
    }

    /** More than one looks over at once. */
    public List<Integer> getMany() {
        return IntStream.rangeClosed(1, MANY).boxed().toList();
    }

    /** Every step a history can have: a change of state, several on one day, the portal itself, somebody who has left, and a reason. */
    public List<Step> getSteps() {
        Instant now = web.getNow();
        return List.of(
                new Step(
                        now,
                        "ACCOUNT",
                        texts.of("desk.style.who"),
                        "UPDATE",
                        "review.state.SUBMITTED",
                        "review.state.PUBLISHED",
                        "",
                        1),
                new Step(
                        now.minus(Duration.ofHours(3)),
                        "LEFT",
                        "",
                        "UPDATE",
                        "",
                        "review.state.SUBMITTED",
                        texts.of("desk.style.info"),
                        1),
                new Step(
                        now.minus(Duration.ofDays(1)),
                        "ACCOUNT",
                        texts.of("desk.style.who"),
                        "UPDATE",
                        "",
                        "",
                        "",
                        MANY),
                new Step(now.minus(Duration.ofDays(2)), "PORTAL", "", "INSERT", "", "", "", 1));
    }

    /** @param was key of a word, as {@code now}; "" for none */
    public record Step(
            Instant at, String who, String by, String action, String was, String now, String reason, int times) {

        public String table() {
            return "posting_submission";
        }
    }

    /** A long one, a short one, and one that is nothing. */
    public List<Bar> getBars() {
        return List.of(
                new Bar(texts.of("desk.style.state.OPEN"), MANY, MANY, "/staff/style?state=OPEN"),
                new Bar(texts.of("desk.style.state.WAITING"), 3, MANY, "/staff/style?state=WAITING"),
                new Bar(texts.of("desk.style.state.CLOSED"), 0, MANY, ""));
    }

    /** What is shown as wrong. */
    public void fail() {
        errors.add("sample-style", texts.of("desk.style.fieldError"));
    }
}
