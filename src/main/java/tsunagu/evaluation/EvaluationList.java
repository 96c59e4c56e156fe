package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import tsunagu.shared.Words;
import tsunagu.web.Numbers;

/** The programmes of a year: what the figures suggest, what each paper says, how far its sheet is. Belongs to a fiscal year's code. */
@ApplicationScoped
@Transactional
public class EvaluationList implements DeskList<EvaluationList.Row> {

    /** @param place in the plan @param results, check, next what each paper says; null as long as it says nothing @param differences between what was approved and what the records say now; null for none @param unanswered comments of the committee; null for none */
    public record Row(
            long id,
            String year,
            SheetView sheet,
            String code,
            int place,
            String name,
            String suggested,
            String results,
            String check,
            String next,
            String direction,
            String state,
            String differs,
            Long differences,
            Long unanswered,
            String why) {

        private String path() {
            return "/evaluations/" + sheet.programme().id() + "?year=" + year;
        }

        /** A grade that is not what the figures suggest. */
        private String other(String grade) {
            return grade != null && suggested != null && !grade.equals(suggested) ? "warn" : "";
        }
    }

    private static final Listing<Row> LIST = Listing.inHand(
            "evaluations",
            "evaluation.sheets.",
            Row.class,
            "id",
            "code",
            List.of(
                    Column.text("name", Row::name).opens(Row::path),
                    Column.<Row>text("code", Row::code).sortedBy("place").aside(),
                    Column.choice("suggested", Row::suggested, EvaluationList::grades),
                    Column.choice("results", Row::results, EvaluationList::grades)
                            .toned(row -> row.other(row.results())),
                    Column.choice("check", Row::check, EvaluationList::grades).toned(row -> row.other(row.check())),
                    Column.choice("next", Row::next, EvaluationList::grades).toned(row -> row.other(row.next())),
                    Column.choice(
                            "direction",
                            Row::direction,
                            "evaluation.direction.",
                            Arrays.stream(FutureDirection.values())
                                    .map(Enum::name)
                                    .toList()),
                    Column.<Row>choice(
                                    "state",
                                    Row::state,
                                    "evaluation.state.",
                                    Arrays.stream(SheetState.values())
                                            .map(Enum::name)
                                            .toList())
                            .toned(EvaluationList::tone),
                    Column.choice("differs", Row::differs, "evaluation.sheets.differs.", List.of("YES", "NO"))
                            .aside(),
                    Column.<Row>number("differences", Row::differences)
                            .toned(row -> row.differences() == null ? "" : "warn"),
                    Column.<Row>number("unanswered", Row::unanswered)
                            .opens(row -> row.unanswered() == null ? "" : row.path() + "#comments"),
                    Column.text("why", Row::why).unsorted()));

    @Inject
    private EvaluationService evaluations;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public List<String> keeps() {
        return List.of("year");
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        FiscalYear year = FiscalYear.named(of);
        Map<String, Long> unanswered = evaluations.unanswered(year);
        return RowsInHand.numbered(
                evaluations.sheets(year),
                (id, each) -> new Row(
                        id,
                        year.code(),
                        each,
                        each.programme().code(),
                        id.intValue(),
                        (each.programme().code() == null ? "" : each.programme().code() + " ")
                                + each.programme().name(),
                        name(each.suggestion().grade()),
                        name(each.decision(Papers.RESULTS).grade()),
                        name(each.decision(Papers.CHECK).grade()),
                        name(each.decision(Papers.NEXT_YEAR).grade()),
                        name(each.decision(Papers.RESULTS).direction()),
                        each.state().name(),
                        each.overridden() || each.papersDiffer() ? "YES" : "NO",
                        each.differences() == 0 ? null : each.differences(),
                        unanswered.get(each.programme().id()),
                        why(each)));
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static Map<String, Object> grades() {
        Map<String, Object> grades = new LinkedHashMap<>();
        Arrays.stream(Grade.values()).forEach(each -> grades.put(each.name(), each.name()));
        return grades;
    }

    private static String tone(Row row) {
        return switch (row.sheet().state()) {
            case APPROVED -> "good";
            case SUBMITTED -> "info";
            default -> "quiet";
        };
    }

    /** Why the figures suggest what they suggest, and why a paper says something else, paper by paper. */
    private static String why(SheetView sheet) {
        GradeRule.Suggestion suggestion = sheet.suggestion();
        Object share = suggestion.share() == null ? "" : new Numbers().of(suggestion.share());
        List<String> said = new ArrayList<>();
        said.add(new MessageFormat(Words.japanese(suggestion.why()), Locale.JAPANESE).format(new Object[] {share}));
        if (suggestion.doubtful()) {
            said.add(Words.japanese("evaluation.doubtful"));
        }
        sheet.decisions().stream()
                .filter(each -> !each.reason().isEmpty())
                .forEach(each -> said.add(each.document() + ": " + each.reason()));
        return String.join(" / ", said);
    }
}
