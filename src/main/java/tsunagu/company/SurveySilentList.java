package tsunagu.company;

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
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Registered companies without an answer to the survey. Belongs to a fiscal year's code. */
@ApplicationScoped
@Transactional
public class SurveySilentList implements DeskList<SurveySilentList.Row> {

    public record Row(long id, String code, String name, String reading) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "survey-silent",
            "company.surveySilent.",
            Row.class,
            "id",
            "name",
            List.of(
                    Column.<Row>text("name", Row::name).sortedBy("reading").opens(row -> "/companies/" + row.code()),
                    Column.text("reading", Row::reading).unfiltered()));

    @Inject
    private HiringSurveyService survey;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    public List<String> keeps() {
        return List.of("year");
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
        return survey.sheet(FiscalYear.named(of)).silent().stream()
                .map(each -> new Row(each.id(), each.code(), each.name(), each.reading()))
                .toList();
    }
}
