package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import tsunagu.attendance.PeopleService;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** People who may be one, and those who are counted as one. */
@Named
@RequestScoped
public class PeoplePage {

    private static final String ADDRESS = "/staff/people";

    /** Neighbours of the shown page among the links to pages. */
    private static final int BESIDE = 2;

    @Inject
    private PeopleService people;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private PeopleService.Pairs alike;
    private PeopleService.Pairs merged;
    private PeopleService.Pairs distinct;

    public PeopleService.Pairs getAlike() {
        if (alike == null) {
            Integer page = Typed.wholeNumber(web.parameter("page").orElse("")).value();
            alike = people.alike(getWords(), page == null ? 1 : page);
        }
        return alike;
    }

    public PeopleService.Pairs getMerged() {
        if (merged == null) {
            merged = people.merged(getWords(), 1);
        }
        return merged;
    }

    public PeopleService.Pairs getDistinct() {
        if (distinct == null) {
            distinct = people.distinct(getWords(), 1);
        }
        return distinct;
    }

    public String getWords() {
        return web.parameter("q").orElse("").strip();
    }

    /** The first, the last, and those around this one. */
    public List<Integer> getPages() {
        int here = getAlike().page();
        int last = getAlike().pages();
        return IntStream.rangeClosed(1, last)
                .filter(each -> each == 1 || each == last || Math.abs(each - here) <= BESIDE)
                .boxed()
                .toList();
    }

    /** Address of a page of the same search. */
    public String address(int page) {
        return ADDRESS + "?q=" + URLEncoder.encode(getWords(), StandardCharsets.UTF_8) + "&page=" + page;
    }

    public String getHere() {
        return web.url(ADDRESS);
    }

    public void merge() {
        done(() -> people.merge(act.record(), act.seen()), "same");
    }

    public void mergeAll() {
        done(() -> people.mergeAll(act.record(), act.seen()), "same");
    }

    public void tellAllApart() {
        done(() -> people.tellAllApart(act.record(), act.seen()), "apart");
    }

    public void tellApart() {
        done(() -> people.tellApart(act.record(), act.seen()), "apart");
    }

    public void askAgain() {
        done(() -> people.askAgain(act.number()), "asked");
    }

    public void undo() {
        done(() -> people.undo(act.number()), "two");
    }

    private void done(Runnable useCase, String word) {
        if (errors.attempt(useCase)) {
            web.go(web.url(address(getAlike().page())) + "&done=" + word);
        }
    }
}
