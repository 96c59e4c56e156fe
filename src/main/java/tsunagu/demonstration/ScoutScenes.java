package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.account.AccountService;
import tsunagu.account.NewAccount;
import tsunagu.scout.ScoutService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Wish;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;

/** Invented people who want to be found, and have wanted it for a while. */
@ApplicationScoped
class ScoutScenes {

    /** Long enough ago to be found today. */
    private static final int DAYS = 40;

    private static final LocalDate BORN = LocalDate.of(2002, 4, 1);
    private static final Actor SYSTEM = Actor.system("demonstration");

    @Inject
    private ProfileService profiles;

    @Inject
    private AccountService accounts;

    @Inject
    private ScoutService scout;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param people who are there already; the others get accounts that nobody can sign in to */
    void settle(List<Actor> people) {
        List<Actor> all = new ArrayList<>(people);
        List<ReferenceTable.Row> rows = ReferenceTable.read("/demo/scout-people.csv");
        for (int i = 0; i < rows.size(); i++) {
            if (i >= people.size()) {
                ReferenceTable.Row row = rows.get(i);
                String email = "scout" + i + "@demo.example";
                currentActor
                        .as(SYSTEM, () -> {
                            accounts.provide(new NewAccount(
                                    row.text("name"), email, Secret.of(Secrets.token()), Set.of(Role.SEEKER)));
                            return accounts.idOf(email).flatMap(accounts::actor);
                        })
                        .ifPresent(all::add);
            }
        }
        for (int i = 0; i < Math.min(all.size(), rows.size()); i++) {
            say(all.get(i), i, rows.get(i));
        }
        LocalDate since = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE).minusDays(DAYS);
        currentActor.as(SYSTEM, () -> {
            scout.saidSince(all.stream().map(Actor::personId).toList(), since);
            return null;
        });
    }

    private void say(Actor person, int number, ReferenceTable.Row row) {
        currentActor.as(person, () -> {
            profiles.about(BORN.plusMonths(number), Stage.UNIVERSITY);
            profiles.wish(Map.of(
                    Wish.AREA, Set.of(row.text("areas").split(" ")),
                    Wish.OCCUPATION, Set.of(row.text("occupations").split(" ")),
                    Wish.LICENCE, Set.of(row.text("licences").split(" "))));
            scout.turnOn();
            return null;
        });
    }
}
