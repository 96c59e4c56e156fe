package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.FutureDirection;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetTextService;
import tsunagu.evaluation.SheetTextTable;
import tsunagu.evaluation.SheetView;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ImportTable;

/** The texts of a year as one table: what is handed out is handed in unchanged; what is handed in is the city's own wording. */
@ArquillianTest
class SheetTextsIT {

    private static final FiscalYear R5 = FiscalYear.parse("R5");

    /** Of R5; its text in the reference data is a 要約 of the paper. */
    private static final String PROGRAMME = "next-monozukuri";

    @Inject
    private SheetTextService texts;

    @Inject
    private SheetTextTable table;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void what_is_handed_out_changes_nothing_when_it_is_handed_in() {
        world.undone(() -> {
            SheetTextService.Reading reading = read(whole());
            assertTrue(reading.ready());
            assertEquals(0, reading.changed());
            assertEquals(sheets().size(), reading.lines().size());
        });
    }

    @Test
    void the_citys_wording_takes_the_place_of_the_summary() {
        world.undone(() -> {
            world.amend("update evaluation_sheet set summary = true, state = 'DRAFT' where programme_id = '" + PROGRAMME
                    + "' and fiscal_year = " + R5.year());
            SheetView before = sheet();
            String written = "事業名\t事業実施状況\t課題\t今後の方向性\n" + before.programme().name() + "\t\"一行目\n二行目\"\t\t見直し";
            SheetTextService.Reading reading = read(written);
            assertTrue(reading.ready(), reading.lines()::toString);
            assertEquals(1, reading.changed());
            assertEquals(1, currentActor.as(World.STAFF, () -> texts.take(R5, written, reading.seen())));
            SheetView after = sheet();
            assertEquals("一行目\n二行目", after.done());
            assertEquals(before.problem(), after.problem(), "an empty cell leaves the text");
            assertEquals(before.effect(), after.effect(), "so does a column that is not there");
            assertEquals(FutureDirection.REVISE, after.decision(Papers.RESULTS).direction());
            assertFalse(after.summary());
            // Whoever looked before that is not heard.
            assertThrows(
                    ConflictException.class,
                    () -> currentActor.as(World.STAFF, () -> texts.take(R5, written, reading.seen())));
        });
    }

    @Test
    void a_line_with_a_mistake_keeps_the_whole_table_away() {
        world.undone(() -> {
            world.amend("update evaluation_sheet set state = 'DRAFT' where fiscal_year = " + R5.year());
            SheetView sheet = sheet();
            assertEquals("evaluation.texts.noProgramme", refused("課題\t成果・効果\n一\t二"));
            assertEquals(
                    List.of("", "evaluation.texts.unknown"),
                    problems("事業名\t課題\n" + sheet.programme().name() + "\tあり\nそのような事業\tあり"));
            assertEquals(
                    List.of("", "evaluation.texts.twice"),
                    problems("事業名\t課題\n" + sheet.programme().name() + "\tあり\n"
                            + sheet.programme().name() + "\tなし"));
            assertEquals(
                    List.of("evaluation.texts.direction"),
                    problems("事業名\t今後の方向性\n" + sheet.programme().name() + "\tがんばる"));
            assertEquals(
                    List.of("evaluation.error.long"),
                    problems("事業名\t課題\n" + sheet.programme().name() + "\t" + "あ".repeat(4001)));
            String other = sheets().stream()
                    .filter(each -> !each.programme().id().equals(PROGRAMME))
                    .findFirst()
                    .orElseThrow()
                    .programme()
                    .code();
            assertEquals(
                    List.of("evaluation.texts.otherNumber"),
                    problems("番号\t事業名\t課題\n" + other + "\t" + sheet.programme().name() + "\tあり"));
        });
    }

    @Test
    void what_was_submitted_is_not_written_over() {
        world.undone(() -> {
            world.amend("update evaluation_sheet set state = 'SUBMITTED', submitted_by = null where programme_id = '"
                    + PROGRAMME + "' and fiscal_year = " + R5.year());
            assertEquals(
                    List.of("evaluation.error.state.SUBMITTED"),
                    problems("事業名\t課題\n" + sheet().programme().name() + "\tあり"));
            assertEquals(
                    "evaluation.error.state.SUBMITTED",
                    assertThrows(
                                    DomainException.class,
                                    () -> currentActor.as(World.STAFF, () -> {
                                        String table = "事業名\t課題\n"
                                                + sheet().programme().name() + "\tあり";
                                        return texts.take(
                                                R5, table, texts.read(R5, table).seen());
                                    }))
                            .key());
        });
    }

    private List<String> problems(String written) {
        return read(written).lines().stream()
                .map(SheetTextService.Line::problem)
                .toList();
    }

    private String refused(String written) {
        return assertThrows(DomainException.class, () -> read(written)).key();
    }

    private SheetTextService.Reading read(String written) {
        return currentActor.as(World.STAFF, () -> texts.read(R5, written));
    }

    /** As a spreadsheet copies it: cells with line ends or marks stand in marks. */
    private String whole() {
        String header = table.columns().stream().map(ImportTable.Column::label).collect(Collectors.joining("\t"));
        return currentActor.as(World.STAFF, () -> table.rows("R5")).stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", header + "\n", ""));
    }

    private List<SheetView> sheets() {
        return currentActor.as(World.STAFF, () -> evaluations.sheets(R5));
    }

    private SheetView sheet() {
        return sheets().stream()
                .filter(each -> each.programme().id().equals(PROGRAMME))
                .findFirst()
                .orElseThrow();
    }
}
