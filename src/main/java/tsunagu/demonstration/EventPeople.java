package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import tsunagu.attendance.DoorService;
import tsunagu.attendance.DoorView;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.GuestForm;
import tsunagu.registration.Origin;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;

/** Invented people (見本) who registered for the next events, so that a door has a list and a mailbox has letters. */
@ApplicationScoped
class EventPeople {

    @Inject
    private DoorService doors;

    @Inject
    private RegistrationService registrations;

    @Inject
    private CurrentActor currentActor;

    void settle() {
        Actor staff = new Actor(null, null, "system:demonstration", Set.of(Role.STAFF));
        currentActor.as(staff, doors::sessions).stream()
                .filter(door -> door.session().open())
                .limit(3)
                .forEach(this::register);
    }

    private void register(DoorView door) {
        for (ReferenceTable.Row row : ReferenceTable.read("/demo/event-people.csv")) {
            GuestForm form = new GuestForm(
                    row.text("name"),
                    row.text("reading"),
                    "guest" + Math.abs(row.text("name").hashCode()) + "@demo.example",
                    true);
            try {
                registrations.registerGuest(
                        door.session().eventCode(),
                        door.session().id(),
                        form,
                        SeatRequest.as(AttendanceRole.valueOf(row.text("role"))).orLine(),
                        new Origin("demonstration", 60, Locale.JAPANESE));
            } catch (DomainException begun) {
                return;
            }
        }
    }
}
