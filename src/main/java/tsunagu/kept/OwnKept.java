package tsunagu.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.finding.Catalogue;
import tsunagu.finding.JobPageView;
import tsunagu.search.Kind;
import tsunagu.shared.NextSteps;
import tsunagu.shared.OpenWindow;
import tsunagu.shared.PersonalData;

/** What the person kept, and what of it closes soon. */
@ApplicationScoped
class OwnKept implements PersonalData, NextSteps {

    private static final Duration SOON = Duration.ofDays(7);

    @Inject
    private KeptService kept;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Override
    public List<Step> steps() {
        Instant now = clock.instant();
        List<String> codes = items().stream()
                .filter(each -> each.kind() == Kind.JOB)
                .map(KeptService.Item::code)
                .toList();
        return catalogue.jobsByCode(codes).stream()
                .map(JobPageView::card)
                .filter(each -> {
                    OpenWindow window = each.window();
                    return window.isOpenAt(now)
                            && window.until() != null
                            && window.until().isBefore(now.plus(SOON));
                })
                .map(each -> new Step(
                        "search.next.closing",
                        each.title(),
                        "/jobs/" + each.code(),
                        each.window().until()))
                .toList();
    }

    @Override
    public String section() {
        return "kept";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return items().stream()
                .map(each -> Map.of("address", "/" + each.kind().path() + "/" + each.code()))
                .toList();
    }

    @Override
    public void forget() {
        kept.keep(List.of(), items());
    }

    private List<KeptService.Item> items() {
        return kept.keep(List.of(), List.of());
    }
}
