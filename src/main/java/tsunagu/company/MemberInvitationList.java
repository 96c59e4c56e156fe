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

/** Invitations of the own company that nobody has used yet. */
@ApplicationScoped
@Transactional
public class MemberInvitationList implements DeskList<MemberInvitationList.Row> {

    public record Row(long id, String note, String role, Instant expiresAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "member-invitations",
            "company.invitationList.",
            Row.class,
            "id",
            "expiresAt",
            List.of(
                    Column.text("note", Row::note),
                    Column.choice(
                            "role",
                            Row::role,
                            "company.memberRole.",
                            Arrays.stream(MemberRole.values()).map(Enum::name).toList()),
                    Column.moment("expiresAt", Row::expiresAt)));

    @Inject
    private MembershipService memberships;

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
        return memberships.invitations().stream()
                .map(each -> new Row(each.id(), each.note(), each.role().name(), each.expiresAt()))
                .toList();
    }
}
