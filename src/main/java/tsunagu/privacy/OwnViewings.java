package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Who opened the records of the person who acts: the city or which company, when, and what. Which of its people, the auditor sees. */
@ApplicationScoped
class OwnViewings implements PersonalData {

    /** More than anybody reads; the whole of it is given on request. */
    private static final int MOST = 10_000;

    @Inject
    private ViewingRepository viewings;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String section() {
        return "viewings";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return viewings.of(currentActor.get().personId(), MOST).stream()
                .map(each -> row(each, language))
                .toList();
    }

    private static Map<String, String> row(ViewingRepository.Own viewing, Locale language) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("viewedAt", Dates.moment(viewing.at(), language));
        row.put(
                "viewedBy",
                viewing.company().isEmpty() ? Words.of("privacy.viewing.byCity", language) : viewing.company());
        row.put("viewedWhat", Words.of("privacy.viewing." + viewing.what(), language));
        return row;
    }

    /** The rows hold numbers only, and with the person's name they name nobody any more; they go after three years. */
    @Override
    public void forget() {
        // stays: it is the proof of who has read
    }
}
