package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.booth.BoothRequestService;
import tsunagu.booth.ExhibitorService;
import tsunagu.event.EventList;
import tsunagu.event.EventQuery;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.Exhibit;
import tsunagu.event.ManagedEvent;
import tsunagu.event.OutsideExhibit;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;

/** At one fair to come the demonstration's company has asked for a booth, and a body without an entry in the register has one. No dice. */
@ApplicationScoped
@Transactional
class BoothScenes {

    private static final Actor HOUSE = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF));
    private static final Set<EventType> WITH_BOOTHS =
            Set.of(EventType.JOINT_BRIEFING, EventType.GUIDANCE, EventType.OUTSIDE_FAIR, EventType.COMPANY_EXCHANGE);
    private static final String MEMBER = "company@demo.example";

    private static final Map<String, String> TEXTS = ReferenceTable.read("/demo/company-people.csv").stream()
            .collect(Collectors.toMap(row -> row.text("key"), row -> row.text("text")));

    @Inject
    private EventService events;

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private BoothRequestService requests;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param own the demonstration's company */
    void settle(long own) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        currentActor
                .as(HOUSE, () -> all().stream()
                        .filter(each -> each.published()
                                && WITH_BOOTHS.contains(each.event().type())
                                && day(each) != null
                                && day(each).isAfter(today))
                        .filter(each -> exhibitors.exhibitors(each.event().code()).stream()
                                .noneMatch(one -> one.company() == own))
                        // A fair that has exhibitors, where there is one; then the next.
                        .min(Comparator.comparing((ManagedEvent each) -> exhibitors
                                        .exhibitors(each.event().code())
                                        .isEmpty())
                                .thenComparing(BoothScenes::day)))
                .ifPresent(this::fill);
    }

    private void fill(ManagedEvent fair) {
        String code = fair.event().code();
        currentActor.as(HOUSE, () -> {
            requests.let(code, day(fair));
            events.exhibitOutside(
                    code,
                    Map.of(
                            TEXTS.get("outsideExhibitor"),
                            new OutsideExhibit(Exhibit.at(""), TEXTS.get("outsideContact"), "")));
            return null;
        });
        long account = accounts.idOf(MEMBER).orElseThrow();
        currentActor.as(new Actor(account, null, MEMBER, Set.of(Role.COMPANY)), () -> {
            requests.ask(code, TEXTS.get("boothWords"));
            return null;
        });
    }

    private static LocalDate day(ManagedEvent event) {
        return event.event().sessions().get(0).times().heldOn();
    }

    private List<ManagedEvent> all() {
        List<ManagedEvent> all = new ArrayList<>();
        EventList list;
        do {
            list = events.events(EventQuery.newest(all.size()));
            all.addAll(list.events());
        } while (!list.events().isEmpty());
        return all;
    }
}
