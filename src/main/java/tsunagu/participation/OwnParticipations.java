package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NextSteps;
import tsunagu.shared.OwnDates;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Internships of the person who acts. */
@ApplicationScoped
class OwnParticipations implements PersonalData, OwnDates, NextSteps {

    @Inject
    private TakePartService internships;

    @Inject
    private ParticipationRepository repository;

    @Inject
    private CurrentActor currentActor;

    @Override
    public List<Entry> dates() {
        return internships.mine().stream()
                .filter(each ->
                        each.state() != ParticipationState.APPLIED && each.state() != ParticipationState.DECLINED)
                .map(each -> new Entry(
                        "participation-" + each.code() + "@tsunagu",
                        "internship",
                        each.session().startsOn().atStartOfDay(FiscalYear.ZONE).toInstant(),
                        each.session()
                                .endsOn()
                                .plusDays(1)
                                .atStartOfDay(FiscalYear.ZONE)
                                .toInstant(),
                        each.internship().title(),
                        each.session().place(),
                        "/my/internships/" + each.code(),
                        each.state() != ParticipationState.WITHDRAWN))
                .toList();
    }

    @Override
    public List<Step> steps() {
        return internships.mine().stream()
                .filter(each -> each.state() == ParticipationState.APPLIED)
                .map(each -> new Step(
                        "participation.next.waiting",
                        each.internship().company().name(),
                        "/my/internships/" + each.code(),
                        null,
                        true))
                .toList();
    }

    @Override
    public String section() {
        return "internships";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return internships.mine().stream()
                .map(each -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("title", each.internship().title());
                    row.put("company", each.internship().company().name());
                    row.put("state", Words.of("participation.state." + each.state(), language));
                    row.put("since", Dates.moment(each.appliedAt(), language));
                    row.put("name", each.name());
                    row.put("email", each.email());
                    row.put("phone", each.phone());
                    row.put("school", Words.of("participation.school." + each.school(), language));
                    row.put("message", each.message());
                    row.values().removeIf(value -> value == null || value.isEmpty());
                    return row;
                })
                .toList();
    }

    @Override
    public List<Shared> shared() {
        return internships.mine().stream()
                .map(each -> new Shared(
                        each.internship().company().name(),
                        "internship",
                        each.appliedAt(),
                        "/my/internships/" + each.code()))
                .toList();
    }

    @Override
    public void forget() {
        internships.mine().stream()
                .filter(each -> !each.state().over())
                .forEach(each -> internships.withdraw(each.code()));
        repository.flush();
        repository.forget(currentActor.get().personId());
    }
}
