package tsunagu.searchword;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** Words that staff made the same, in the order of the words. */
@ApplicationScoped
@Transactional
public class SynonymList implements DeskList<SynonymList.Row> {

    public record Row(long id, String words) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "synonyms", "searchword.sameList.", Row.class, "id", "words", List.of(Column.text("words", Row::words)));

    @Inject
    private SearchWordService words;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
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
        return words.synonyms().stream()
                .map(each -> new Row(each.no(), each.words()))
                .toList();
    }
}
