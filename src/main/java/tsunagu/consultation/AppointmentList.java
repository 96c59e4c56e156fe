package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Words;

/** Who has an appointment at an office, from two weeks back on. Belongs to the office's code. */
@ApplicationScoped
@Transactional
public class AppointmentList implements DeskList<AppointmentList.Row> {

    /** @param name said to be gone once the person had it deleted */
    public record Row(long id, Appointment booking, Instant startsAt, String name, String how, String state) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "appointments",
            "consultation.appointments.",
            Row.class,
            "id",
            "startsAt",
            List.of(
                    Column.moment("startsAt", Row::startsAt),
                    Column.text("name", Row::name),
                    Column.choice("how", Row::how, "consultation.how.", List.of("place", "online")),
                    Column.choice("state", Row::state, "consultation.state.", List.of("BOOKED", "KEPT", "MISSED"))
                            .toned(AppointmentList::tone)));

    @Inject
    private DeskService desk;

    @Inject
    private Clock clock;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public List<String> keeps() {
        return List.of("office");
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(
                Viewing.What.CONSULTATIONS_FILE, row -> row.booking().personId());
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.PARTNER},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return RowsInHand.numbered(
                desk.appointments(
                        of,
                        LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE).minusDays(DAYS_BACK)),
                (id, each) -> new Row(
                        id,
                        each,
                        each.startsAt(),
                        each.person() == null ? Words.japanese("consultation.nameless") : each.person(),
                        each.online() ? "online" : "place",
                        each.state()));
    }

    /** Who came last week can still be said. */
    private static final int DAYS_BACK = 14;

    private static String tone(Row row) {
        return switch (row.state()) {
            case "KEPT" -> "good";
            case "MISSED" -> "warn";
            default -> "quiet";
        };
    }
}
