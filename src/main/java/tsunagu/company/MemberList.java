package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;

/** Who acts for the own company. */
@ApplicationScoped
public class MemberList extends OwnRowsList<MemberList.Row> {

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

    public MemberList() {
        super(LIST);
    }

    @Override
    protected List<Row> rows(String of) {
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
