package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Words;

/** Searches of the own company whose answers still stand, the latest first. */
@ApplicationScoped
public class ScoutSearchList extends OwnRowsList<ScoutSearchList.Row> {

    /** @param found how many fit, or that it is not shown
     * @param atLeast so many fit; 0 where it is not shown */
    public record Row(long id, String code, String conditions, String found, int atLeast, Instant searchedAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "scout-searches",
            "scout.searchList.",
            Row.class,
            "id",
            "-searchedAt",
            List.of(
                    Column.text("conditions", Row::conditions)
                            .opens(row -> "/company/scout?answer=" + row.code() + "#found"),
                    Column.<Row>text("found", Row::found).sortedBy("atLeast"),
                    Column.moment("searchedAt", Row::searchedAt)));

    @Inject
    private ScoutSearchService searches;

    public ScoutSearchList() {
        super(LIST);
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    public List<String> keeps() {
        return List.of("answer");
    }

    @Override
    protected List<Row> rows(String of) {
        return RowsInHand.numbered(
                searches.recent(),
                (id, each) -> new Row(
                        id, each.code(), each.conditions().line(), answer(each), each.atLeast(), each.searchedAt()));
    }

    private static String answer(ScoutAnswer each) {
        return each.few()
                ? Words.japanese("scout.stepFew")
                : new MessageFormat(Words.japanese("scout.step"), Locale.JAPANESE)
                        .format(new Object[] {each.atLeast()});
    }
}
