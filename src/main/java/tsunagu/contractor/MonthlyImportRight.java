package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportRight;
import tsunagu.shared.Role;

/** A contractor that reports for a programme reports its months. */
@ApplicationScoped
public class MonthlyImportRight implements ImportRight {

    @Inject
    private MonthlyService months;

    @Inject
    private CurrentActor currentActor;

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.PARTNER))
                && !months.programmes().isEmpty();
    }
}
