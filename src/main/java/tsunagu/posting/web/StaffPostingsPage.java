package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.desk.web.DeskPages;
import tsunagu.posting.PostingService;
import tsunagu.web.ManyActs;
import tsunagu.web.Web;

/** Staff look over all postings and ask companies whether they are still correct. */
@Named
@RequestScoped
public class StaffPostingsPage {

    @Inject
    private PostingService postings;

    @Inject
    private ManyActs many;

    @Inject
    private DeskPages desks;

    @Inject
    private Web web;

    /** Of those that were ticked, over all pages. */
    public void ask() {
        int asked = many.each(each -> postings.askWhetherCorrect(each.record(), each.version()), codes -> codes.stream()
                .collect(Collectors.toMap(
                        Function.identity(), code -> postings.published(code).title())));
        if (asked > 0) {
            web.go(desks.of("postings").after("asked") + "&count=" + asked);
        }
    }
}
