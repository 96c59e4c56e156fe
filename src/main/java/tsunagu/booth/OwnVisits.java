package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.PersonalData;
import tsunagu.web.Dates;

/** Booths the person was at, and which company may know who they were. */
@ApplicationScoped
class OwnVisits implements PersonalData {

    @Inject
    private BoothRepository visits;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String section() {
        return "visits";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return visits.told(person()).stream()
                .map(each -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("title", each.event());
                    row.put("company", each.company());
                    row.put("since", Dates.moment(each.at(), language));
                    if (each.consentedAt() != null) {
                        row.put("agreed", Dates.moment(each.consentedAt(), language));
                    }
                    return row;
                })
                .toList();
    }

    @Override
    public List<Shared> shared() {
        return visits.told(person()).stream()
                .filter(each -> each.consentedAt() != null)
                .map(each -> new Shared(
                        each.company(), "visit", each.consentedAt(), "/tickets/" + each.ticket() + "/booths"))
                .toList();
    }

    @Override
    public void forget() {
        visits.forget(person());
    }

    private long person() {
        return currentActor.get().personId();
    }
}
