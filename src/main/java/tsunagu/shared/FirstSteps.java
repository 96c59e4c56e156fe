package tsunagu.shared;

import java.util.Set;

/** What a city does before its portal is of use to anybody. Each room knows its own step, and sees by its records whether it is done. */
public interface FirstSteps {

    Step firstStep();

    /**
     * One step.
     *
     * @param place in the order in which a city goes
     * @param title key of its name
     * @param hint key of a sentence on how
     * @param path where it is done
     * @param by roles that can do it there
     */
    record Step(int place, String title, String hint, boolean done, String path, Set<Role> by) {}
}
