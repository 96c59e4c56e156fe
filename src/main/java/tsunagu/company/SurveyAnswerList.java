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
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Answers of the survey of new hires. Belongs to a fiscal year's code. */
@ApplicationScoped
@Transactional
public class SurveyAnswerList implements DeskList<SurveyAnswerList.Row> {

    public record Row(
            long id,
            String name,
            String reading,
            Integer hired,
            Integer graduates,
            Integer fromCity,
            String note,
            Instant answeredAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "survey-answers",
            "company.surveyList.",
            Row.class,
            "id",
            "name",
            List.of(
                    Column.<Row>text("name", Row::name).sortedBy("reading"),
                    Column.number("hired", Row::hired),
                    Column.number("graduates", Row::graduates),
                    Column.number("fromCity", Row::fromCity),
                    Column.text("note", Row::note),
                    Column.moment("answeredAt", Row::answeredAt).aside()));

    @Inject
    private HiringSurveyService survey;

    @Override
    public Listing<Row> listing() {
        return LIST;
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
        return survey.sheet(FiscalYear.named(of)).answers().stream()
                .map(each -> new Row(
                        each.company().id(),
                        each.company().name(),
                        each.company().reading(),
                        each.count().hired(),
                        each.count().graduates(),
                        each.count().fromCity(),
                        each.count().note(),
                        each.count().answeredAt()))
                .toList();
    }
}
