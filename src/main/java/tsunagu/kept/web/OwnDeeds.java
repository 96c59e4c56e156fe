package tsunagu.kept.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.application.ApplyService;
import tsunagu.participation.TakePartService;
import tsunagu.posting.PostingService;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.watch.WatchService;
import tsunagu.web.Web;

/** What the seeker who looks at a public page has done with it already. For everybody else: nothing, without asking the database. */
@Named
@RequestScoped
public class OwnDeeds {

    @Inject
    private ApplyService applications;

    @Inject
    private PostingService postings;

    @Inject
    private TakePartService participations;

    @Inject
    private TicketService tickets;

    @Inject
    private WatchService watches;

    @Inject
    private Web web;

    private List<Ticket> mine;

    /** @return the address of the own application, "" when there is none */
    public String application(String job) {
        return seeker()
                ? applications
                        .applied(postings.target(job))
                        .map(code -> web.url("/my/applications/" + code))
                        .orElse("")
                : "";
    }

    /** @return the address of the own application that still lives, "" when there is none */
    public String participation(String internship) {
        return seeker()
                ? participations
                        .applied(internship)
                        .map(code -> web.url("/my/internships/" + code))
                        .orElse("")
                : "";
    }

    /** @return the own ticket or place in the line, null when there is none */
    public Ticket ticket(long session) {
        if (mine == null) {
            mine = seeker() ? tickets.myTickets() : List.of();
        }
        return mine.stream()
                .filter(each -> each.session().id() == session)
                .filter(each -> each.live() || each.waits() || each.offered() || each.applied())
                .findFirst()
                .orElse(null);
    }

    public boolean follows(String company) {
        return seeker()
                && watches.followed().stream().anyMatch(each -> each.code().equals(company));
    }

    private boolean seeker() {
        return web.is("SEEKER");
    }
}
