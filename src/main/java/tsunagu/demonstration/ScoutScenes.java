package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.scout.ScoutService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Wish;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;

/** Invented people who want to be found. */
@ApplicationScoped
class ScoutScenes {

    private static final List<String> AREAS = List.of("ICHINOSEKI", "SENMAYA", "DAITO");
    private static final List<String> OCCUPATIONS = List.of("02", "06", "08");
    private static final List<String> LICENCES = List.of("FORKLIFT", "BOOKKEEPING", "CARE_WORKER", "IT");
    private static final LocalDate BORN = LocalDate.of(2002, 4, 1);

    @Inject
    private ProfileService profiles;

    @Inject
    private ScoutService scout;

    @Inject
    private CurrentActor currentActor;

    void settle(List<Actor> people) {
        for (int i = 0; i < people.size(); i++) {
            int number = i;
            currentActor.as(people.get(i), () -> {
                profiles.about(BORN.plusMonths(number), Stage.UNIVERSITY);
                profiles.wish(Map.of(
                        Wish.AREA, Set.of(AREAS.get(number % AREAS.size())),
                        Wish.OCCUPATION, Set.of(OCCUPATIONS.get(number % 2), OCCUPATIONS.get(2)),
                        Wish.LICENCE, Set.of("DRIVING", LICENCES.get(number % LICENCES.size()))));
                scout.turnOn();
                return null;
            });
        }
    }
}
