package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** Pairs of companies that may be one. */
@ApplicationScoped
@Transactional
public class DuplicateList implements DeskList<DuplicateList.Row> {

    public record Row(
            long id, String one, String oneCode, String other, String otherCode, List<String> same, String reading) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "duplicate-companies",
            "company.duplicates.",
            Row.class,
            "id",
            "one",
            List.of(
                    Column.<Row>text("one", Row::one).sortedBy("reading").opens(row -> "/companies/" + row.oneCode()),
                    Column.text("other", Row::other).opens(row -> "/companies/" + row.otherCode()),
                    Column.choices(
                            "same",
                            Row::same,
                            "company.likeness.",
                            Arrays.stream(CompanyCandidate.Likeness.values())
                                    .map(Enum::name)
                                    .toList())));

    @Inject
    private MergeService merging;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return RowsInHand.numbered(
                merging.lookAlikes(),
                (id, each) -> new Row(
                        id,
                        each.one().name(),
                        each.one().code(),
                        each.other().name(),
                        each.other().code(),
                        each.same().stream().map(Enum::name).toList(),
                        each.one().reading()));
    }
}
