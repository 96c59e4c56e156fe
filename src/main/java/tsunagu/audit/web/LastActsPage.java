package tsunagu.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.audit.LastActs;

/** What whoever looks has done last, where they begin. */
@Named
@RequestScoped
public class LastActsPage {

    @Inject
    private LastActs acts;

    private List<LastActs.Act> mine;

    public List<LastActs.Act> getMine() {
        if (mine == null) {
            mine = acts.mine();
        }
        return mine;
    }
}
