package tsunagu.searchword;

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
import tsunagu.search.Kind;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Words that found nothing in the last thirty days, typed at least twice. */
@ApplicationScoped
@Transactional
public class MissedWordList implements DeskList<MissedWordList.Row> {

    public record Row(long id, String word, String kind, long times) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "missed-words",
            "searchword.missedList.",
            Row.class,
            "id",
            "-times",
            List.of(
                    Column.text("word", Row::word),
                    Column.choice(
                            "kind",
                            Row::kind,
                            "search.kind.",
                            Arrays.stream(Kind.values()).map(Enum::name).toList()),
                    Column.number("times", Row::times)));

    @Inject
    private SearchWordService words;

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
        return RowsInHand.numbered(words.missed(), (id, each) -> new Row(id, each.word(), each.kind(), each.times()));
    }
}
