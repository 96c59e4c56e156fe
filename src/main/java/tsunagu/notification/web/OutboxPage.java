package tsunagu.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.desk.web.DeskPages;
import tsunagu.notification.OutboxService;
import tsunagu.notification.OutgoingLetter;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
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
    private Texts texts;

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
        Map<Long, String> seen = new LinkedHashMap<>();
        for (String each : act.all("pick")) {
            String[] parts = each.split(":", 2);
            if (parts.length == 2 && parts[0].matches("[0-9]{1,18}")) {
                seen.put(Long.valueOf(parts[0]), parts[1]);
            }
        }
        if (seen.isEmpty()) {
            errors.add("", texts.of("desk.error.pickNone"));
        } else if (errors.attempt(() -> outbox.tryAgain(seen))) {
            web.go(desks.of("letters").after("again"));
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
