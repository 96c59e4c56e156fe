package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import tsunagu.privacy.PrivacyCaseService;
import tsunagu.privacy.PrivacyIncident;
import tsunagu.privacy.PrivacyRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Role;

/** Requests of persons about their data (開示・訂正・利用停止), waiting and answered, and one incident under way (架空). */
@ApplicationScoped
class PrivacyScenes {

    private static final Actor HOUSE = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF));

    @Inject
    private PrivacyCaseService cases;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    void settle() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        currentActor.as(HOUSE, () -> {
            ReferenceTable.read("/demo/privacy-cases.csv").forEach(row -> ask(row, today));
            ReferenceTable.read("/demo/privacy-incidents.csv").forEach(row -> report(row, today));
            return null;
        });
    }

    private void ask(Row row, LocalDate today) {
        PrivacyRequest.Identity identity = PrivacyRequest.Identity.valueOf(row.text("identity"));
        long id = cases.enter(new PrivacyRequest(
                PrivacyRequest.Kind.valueOf(row.text("kind")),
                PrivacyRequest.Channel.valueOf(row.text("channel")),
                identity,
                row.text("name"),
                row.text("contact"),
                row.text("words"),
                today.minusDays(row.integer("days_ago"))));
        String outcome = row.textOrEmpty("outcome");
        if (!outcome.isEmpty()) {
            cases.decide(
                    id, cases.one(id).version(), identity, PrivacyRequest.Outcome.valueOf(outcome), row.text("answer"));
        }
    }

    private void report(Row row, LocalDate today) {
        cases.report(new PrivacyIncident(
                today.minusDays(row.integer("days_ago")),
                PrivacyIncident.Kind.valueOf(row.text("kind")),
                row.text("what"),
                row.integer("persons"),
                null,
                null,
                null,
                row.text("measures"),
                null,
                ""));
    }
}
