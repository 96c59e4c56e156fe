package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** People who asked to be admitted with the own company's number; for its owners. */
@ApplicationScoped
@Transactional
public class JoiningList implements DeskList<JoiningList.Row> {

    public record Row(long id, String code, String name, String email, String phone, Instant askedAt, int version) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "joining",
            "company.joiningList.",
            Row.class,
            "id",
            "askedAt",
            List.of(
                    Column.text("name", Row::name),
                    Column.text("email", Row::email),
                    Column.text("phone", Row::phone),
                    Column.moment("askedAt", Row::askedAt)));

    @Inject
    private AdmissionService admissions;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = Role.COMPANY)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return RowsInHand.numbered(
                admissions.joining(),
                (id, each) -> new Row(
                        id, each.code(), each.name(), each.email(), each.phone(), each.askedAt(), each.version()));
    }
}
