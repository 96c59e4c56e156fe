package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.NextSteps;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Applications of the person who acts: what waits for them, what companies see, and all of it. */
@ApplicationScoped
class OwnApplications implements PersonalData, NextSteps {

    @Inject
    private ApplyService applications;

    @Inject
    private ApplicationRepository repository;

    @Inject
    private CurrentActor currentActor;

    @Override
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (ApplicationView.Line each : applications.mine()) {
            String path = "/my/applications/" + each.code();
            if (each.unread()) {
                steps.add(new Step("application.next.unread", each.company(), path, null));
            }
            ApplicationView view = applications.application(each.code());
            PlacementView placement = view.placement();
            if (placement != null && !placement.confirmed() && !placement.denied()) {
                steps.add(new Step("application.next.hire", each.company(), path, null));
            } else if (answerAwaited(view)) {
                steps.add(new Step("application.next.waiting", each.company(), path, null, true));
            }
        }
        return steps;
    }

    /** The last word was the person's own. */
    private static boolean answerAwaited(ApplicationView view) {
        List<ApplicationView.Message> messages = view.messages();
        return !view.state().over()
                && (messages.isEmpty()
                        ? view.state() == ApplicationState.RECEIVED
                        : !messages.get(messages.size() - 1).byCompany());
    }

    @Override
    public String section() {
        return "applications";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return applications.mine().stream()
                .map(each -> record(applications.application(each.code()), language))
                .toList();
    }

    private static Map<String, String> record(ApplicationView view, Locale language) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("title", view.posting().title());
        row.put("company", view.posting().company().name());
        row.put("state", Words.of("application.state." + view.state(), language));
        row.put("since", Dates.moment(view.appliedAt(), language));
        row.put("name", view.name());
        row.put("email", view.email());
        row.put("phone", view.phone());
        row.put("career", view.career());
        row.put("message", view.message());
        row.put(
                "answers",
                view.answers().stream()
                        .map(each -> each.question() + ": " + each.answer())
                        .collect(Collectors.joining(" / ")));
        row.put(
                "messages",
                view.messages().stream()
                        .map(each -> Dates.moment(each.sentAt(), language) + " "
                                + (each.byCompany() ? view.posting().company().name() : view.name()) + ": "
                                + each.words())
                        .collect(Collectors.joining(" / ")));
        row.put("files", view.files().stream().map(ApplicationView.File::name).collect(Collectors.joining(", ")));
        if (view.placement() != null) {
            row.put("hired", Dates.day(view.placement().hiredOn(), language));
        }
        row.values().removeIf(String::isEmpty);
        return row;
    }

    @Override
    public List<Shared> shared() {
        return applications.mine().stream()
                .map(each ->
                        new Shared(each.company(), "application", each.appliedAt(), "/my/applications/" + each.code()))
                .toList();
    }

    @Override
    public void forget() {
        applications.mine().stream()
                .filter(each -> !each.state().over())
                .forEach(each -> applications.withdraw(each.code()));
        repository.flush();
        repository.forget(currentActor.get().personId());
    }
}
