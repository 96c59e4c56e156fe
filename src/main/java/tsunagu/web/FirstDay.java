package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import tsunagu.shared.FirstSteps;

/**
 * The first day of a city: what is still to be done, asked from the rooms until everything is. Then it is never asked again by this node:
 * the start pages of a city that works do not pay for it.
 */
@Named("firstDay")
@ApplicationScoped
public class FirstDay {

    @Inject
    @Any
    private Instance<FirstSteps> rooms;

    @Inject
    private Web web;

    private volatile boolean over;

    /** All steps in their order; none when all are done. */
    public List<FirstSteps.Step> getSteps() {
        if (over) {
            return List.of();
        }
        List<FirstSteps.Step> steps = rooms.stream()
                .map(FirstSteps::firstStep)
                .sorted(Comparator.comparingInt(FirstSteps.Step::place))
                .toList();
        over = steps.stream().allMatch(FirstSteps.Step::done);
        return over ? List.of() : steps;
    }

    /** Whether the reader can do it; otherwise a colleague does. */
    public boolean may(FirstSteps.Step step) {
        return web.getActor().hasAny(step.by());
    }
}
