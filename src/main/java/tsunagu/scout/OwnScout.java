package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.NextSteps;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Invitations of the person who acts. */
@ApplicationScoped
class OwnScout implements PersonalData, NextSteps {

    @Inject
    private ScoutService service;

    @Inject
    private ScoutRepository scouts;

    @Inject
    private SearchRepository searches;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    public List<Step> steps() {
        return service.received().stream()
                .filter(each -> each.open() && each.lapsesAt().isAfter(clock.instant()))
                .map(each -> new Step("scout.next.invited", each.with(), "/my/scout", each.lapsesAt()))
                .toList();
    }

    @Override
    public String section() {
        return "scout";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        List<Map<String, String>> rows = new ArrayList<>();
        scouts.since(currentActor.get().personId())
                .ifPresent(each -> rows.add(
                        Map.of("title", Words.of("scout.data.on", language), "since", Dates.moment(each, language))));
        scouts.everyOf(currentActor.get().personId()).forEach(each -> {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("company", each.with());
            row.put("message", each.words());
            row.put("state", Words.of("scout.state." + each.state(), language));
            row.put("since", Dates.moment(each.sentAt(), language));
            rows.add(row);
        });
        return rows;
    }

    @Override
    public List<Shared> shared() {
        return service.received().stream()
                .filter(each -> each.state().equals("ACCEPTED"))
                .map(each -> new Shared(each.with(), "scout", each.sentAt(), "/my/scout"))
                .toList();
    }

    @Override
    public void forget() {
        scouts.forget(currentActor.get().personId(), clock.instant());
        searches.forget(currentActor.get().personId());
    }
}
