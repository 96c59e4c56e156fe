package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** People who asked to be admitted with the own company's number; for its owners. */
@ApplicationScoped
public class JoiningList extends OwnRowsList<JoiningList.Row> {

    public record Row(
            long id, String code, long person, String name, String email, String phone, Instant askedAt, int version) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "joining",
            "company.joiningList.",
            Row.class,
            "id",
            "askedAt",
            List.of(
                    Column.<Row>text("name", Row::name).names(),
                    Column.<Row>text("email", Row::email).mails(),
                    Column.text("phone", Row::phone),
                    Column.moment("askedAt", Row::askedAt)));

    @Inject
    private AdmissionService admissions;

    @Inject
    private Viewings viewings;

    public JoiningList() {
        super(LIST);
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.JOINING_FILE, Row::person);
    }

    @Override
    protected void seen(List<Row> rows) {
        viewings.opened(Viewing.What.JOINING, "", rows.stream().map(Row::person).toList());
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    protected List<Row> rows(String of) {
        return RowsInHand.numbered(
                admissions.joining(),
                (id, each) -> new Row(
                        id,
                        each.code(),
                        each.person(),
                        each.name(),
                        each.email(),
                        each.phone(),
                        each.askedAt(),
                        each.version()));
    }
}
