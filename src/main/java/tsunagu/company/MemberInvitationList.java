package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;

/** Invitations of the own company that nobody has used yet. */
@ApplicationScoped
public class MemberInvitationList extends OwnRowsList<MemberInvitationList.Row> {

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

    public MemberInvitationList() {
        super(LIST);
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    protected List<Row> rows(String of) {
        return memberships.invitations().stream()
                .map(each -> new Row(each.id(), each.note(), each.role().name(), each.expiresAt()))
                .toList();
    }
}
