package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import tsunagu.shared.StaffWork;

/** What waits for the city, the oldest first. */
@Named
@RequestScoped
public class StaffHomePage {

    @Inject
    @Any
    private Instance<StaffWork> rooms;

    private List<StaffWork.Waiting> waiting;

    public List<StaffWork.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = rooms.stream()
                    .flatMap(each -> each.staffWork().stream())
                    .sorted(Comparator.comparing(StaffWork.Waiting::since))
                    .toList();
        }
        return waiting;
    }
}
