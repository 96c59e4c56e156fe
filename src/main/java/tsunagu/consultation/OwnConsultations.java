package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.OwnDates;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Consultations of the person who acts. */
@ApplicationScoped
class OwnConsultations implements PersonalData, OwnDates {

    @Inject
    private ConsultationService consultations;

    @Inject
    private Clock clock;

    @Override
    public List<Entry> dates() {
        return consultations.mine().stream()
                .map(each -> new Entry(
                        "consultation-" + each.code() + "@tsunagu",
                        "consultation",
                        each.startsAt(),
                        each.endsAt(),
                        each.office().name(),
                        each.online()
                                ? Words.japanese("consultation.how.online")
                                : each.office().place(),
                        "/my/consultations/" + each.code(),
                        each.booked() || each.state().equals("KEPT")))
                .toList();
    }

    @Override
    public String section() {
        return "consultations";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return consultations.mine().stream()
                .map(each -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("title", each.office().name());
                    row.put("day", Dates.moment(each.startsAt(), language));
                    row.put("state", Words.of("consultation.state." + each.state(), language));
                    return row;
                })
                .toList();
    }

    /** Times to come are given back; that a consultation took place stays a row without a name. */
    @Override
    public void forget() {
        Instant now = clock.instant();
        consultations.mine().stream().filter(each -> each.open(now)).forEach(each -> consultations.cancel(each.code()));
    }
}
