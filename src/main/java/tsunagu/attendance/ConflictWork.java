package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/** What the doors have to be asked about, session by session. */
@ApplicationScoped
@Transactional
public class ConflictWork implements StaffWork {

    @Inject
    private DoorRepository doors;

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return doors.unsettled().stream()
                .map(each -> new Waiting(
                        "event.work.conflicts",
                        each.title(),
                        Math.toIntExact(each.conflicts()),
                        each.since(),
                        null,
                        "/staff/sessions/" + each.session() + "/door"))
                .toList();
    }
}
