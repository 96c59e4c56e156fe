package tsunagu.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.desk.web.DeskPages;
import tsunagu.notification.OutboxService;
import tsunagu.notification.OutgoingLetter;
import tsunagu.web.FormErrors;
import tsunagu.web.ManyActs;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** What is on its way to people's mailboxes, for staff; and the demonstration's mailbox. */
@Named
@RequestScoped
public class OutboxPage {

    @Inject
    private OutboxService outbox;

    @Inject
    private FormErrors errors;

    @Inject
    private DeskPages desks;

    @Inject
    private ManyActs many;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private OutboxService.Counted counted;
    private List<OutgoingLetter> mailbox;

    public OutboxService.Counted getCounted() {
        if (counted == null) {
            counted = outbox.counted();
        }
        return counted;
    }

    public void tryAgain() {
        if (errors.attempt(() -> outbox.tryAgain(act.number(), act.seen()))) {
            web.go(desks.of("letters").after("again"));
        }
    }

    /** Those that were ticked, over all pages. */
    public void tryAllAgain() {
        int again = many.each(
                each -> outbox.tryAgain(each.number(), each.seen()),
                letters -> outbox.subjects(letters.stream()
                        .filter(each -> each.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList()));
        if (again > 0) {
            web.go(desks.of("letters").after("all-again") + "&count=" + again);
        }
    }

    public String getTo() {
        String to = web.parameter("to").orElse("");
        return to.strip();
    }

    public List<OutgoingLetter> getMailbox() {
        if (mailbox == null) {
            mailbox = outbox.mailbox(getTo());
        }
        return mailbox;
    }
}
