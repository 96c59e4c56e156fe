package tsunagu.kept.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tsunagu.application.ApplyService;
import tsunagu.participation.TakePartService;
import tsunagu.posting.PostingService;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.watch.WatchService;
import tsunagu.web.Web;

/**
 * What the seeker who looks at a public page has done with it already. For everybody else: nothing, without asking the database. A page
 * asks several times; the database is asked once.
 */
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

    private final Map<String, Optional<Deed>> known = new HashMap<>();
    private List<Ticket> mine;
    private Boolean follows;

    /**
     * An own application.
     *
     * @param path of its page
     * @param over answered for good, or withdrawn
     */
    public record Deed(String path, boolean over) {}

    /** @return null when there is none */
    public Deed application(String job) {
        return once("job " + job, () -> applications
                .own(postings.target(job))
                .map(each -> new Deed(web.url("/my/applications/" + each.code()), each.over())));
    }

    /** @return null when there is none, or it was withdrawn: then one can apply again */
    public Deed participation(String internship) {
        return once("internship " + internship, () -> participations
                .applied(internship)
                .map(each -> new Deed(web.url("/my/internships/" + each.code()), each.over())));
    }

    private Deed once(String thing, Supplier<Optional<Deed>> ask) {
        if (!web.is("SEEKER")) {
            return null;
        }
        return known.computeIfAbsent(thing, key -> ask.get()).orElse(null);
    }

    /** @return the own ticket or place in the line, null when there is none, or the session has begun or is called off */
    public Ticket ticket(long session) {
        if (mine == null) {
            mine = web.is("SEEKER") ? tickets.myTickets() : List.of();
        }
        return mine.stream()
                .filter(each -> each.session().id() == session)
                .filter(each -> each.offered() || each.open(web.getNow()))
                .findFirst()
                .orElse(null);
    }

    /** The same as a deed. */
    public Deed seat(long session) {
        Ticket ticket = ticket(session);
        return ticket == null ? null : new Deed(web.url("/tickets/" + ticket.token()), false);
    }

    public boolean follows(String company) {
        if (follows == null) {
            follows = web.is("SEEKER")
                    && watches.followed().stream().anyMatch(each -> each.code().equals(company));
        }
        return follows;
    }
}
