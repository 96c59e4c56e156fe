package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
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

/** Who acts for the own company. */
@ApplicationScoped
@Transactional
public class MemberList implements DeskList<MemberList.Row> {

    public record Row(long id, String name, String email, String role, Instant joinedAt, boolean self, int version) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "members",
            "company.memberList.",
            Row.class,
            "id",
            "joinedAt",
            List.of(
                    Column.text("name", Row::name),
                    Column.text("email", Row::email),
                    Column.choice(
                            "role",
                            Row::role,
                            "company.memberRole.",
                            Arrays.stream(MemberRole.values()).map(Enum::name).toList()),
                    Column.moment("joinedAt", Row::joinedAt)));

    @Inject
    private MembershipService memberships;

    @Override
    public Listing<Row> listing() {
        return LIST;
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
        return memberships.members().stream()
                .map(each -> new Row(
                        each.id(),
                        each.name(),
                        each.email(),
                        each.role().name(),
                        each.joinedAt(),
                        each.self(),
                        each.version()))
                .toList();
    }
}
