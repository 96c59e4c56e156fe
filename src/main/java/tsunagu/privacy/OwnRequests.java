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

/**
 * What the person who acts has asked of the city under the law by the form, by which day it is answered, why that day was put off, how it
 * ended, and what was answered.
 */
@ApplicationScoped
class OwnRequests implements PersonalData {

    @Inject
    private CaseRepository cases;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String section() {
        return "requests";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return cases.askedBy(currentActor.get().accountId()).stream()
                .map(each -> row(each, language))
                .toList();
    }

    private static Map<String, String> row(CaseView asked, Locale language) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("requestNumber", asked.number());
        row.put("requestKind", Words.of("privacy.ask.kind." + asked.kind(), language));
        row.put("requestFor", Words.of("privacy.ask.asker." + asked.asker(), language));
        row.put("requestWords", asked.words());
        row.put("name", asked.name());
        put(row, "email", asked.mail());
        put(row, "requestContact", asked.contact());
        row.put("requestedOn", Dates.day(asked.receivedOn(), language));
        row.put("answerBy", Dates.day(asked.dueOn(), language));
        put(row, "extendedWhy", asked.extendedWhy());
        row.put(
                "requestState",
                Words.of("privacy.ask.state." + (asked.open() ? "OPEN" : asked.outcome()), language)
                        + (asked.open() ? "" : " " + Dates.day(asked.decidedOn(), language)));
        put(row, "requestAnswer", asked.open() ? "" : asked.answer());
        return row;
    }

    private static void put(Map<String, String> row, String field, String words) {
        if (!words.isEmpty()) {
            row.put(field, words);
        }
    }

    /** A document of the city: that it was asked, and what was answered, is kept as long as its documents are. */
    @Override
    public void forget() {
        // stays, see PrivacyPersons
    }
}
