package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.evaluation.DifferenceService;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.EvaluationSheetForm;
import tsunagu.evaluation.FutureDirection;
import tsunagu.evaluation.Grade;
import tsunagu.evaluation.LockExceptionService;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.paper.Paper;
import tsunagu.paper.PaperFileService;
import tsunagu.paper.PaperService;
import tsunagu.plan.PlanService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;

/** A year is closed as a city does it, all programmes of it; everything is taken back at the end. */
@ArquillianTest
class ClosedYearIT {

    private static final FiscalYear R6 = FiscalYear.parse("R6");
    private static final List<String> NUMBERS = List.of("2", "3", "4");
    private static final Actor MANAGER = new Actor(null, null, "system:manager", Set.of(Role.MANAGER));

    /** Says of TABLE how many columns could be changed, and how many not. */
    private static final String CHANGE_COLUMNS =
            """
            do $all$
            declare
                each record;
                written bigint;
                changed bigint = 0;
                refused bigint = 0;
            begin
                for each in
                    select quote_ident(a.attname) as name, t.typcategory as kind, format_type(a.atttypid, null) as type
                    from pg_attribute a
                    join pg_type t on t.oid = a.atttypid
                    where a.attrelid = cast('TABLE' as regclass) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                loop
                    begin
                        execute 'update TABLE set ' || each.name || ' = ' || case
                            when each.kind = 'N' then each.name || ' + 1'
                            when each.kind = 'B' then 'not ' || each.name
                            when each.kind = 'S' then each.name || ' || ''x'''
                            when each.type = 'date' then each.name || ' + 1'
                            when each.kind = 'D' then each.name || ' + interval ''1 day'''
                            else 'null' end;
                        get diagnostics written = row_count;
                        if written > 0 then
                            changed = changed + 1;
                        end if;
                    exception when others then
                        refused = refused + 1;
                    end;
                end loop;
                perform set_config('testing.changed', changed::text, true), set_config('testing.refused', refused::text, true);
            end $all$""";

    /** Says 1 when rows could be taken out of TABLE. */
    private static final String EMPTY =
            """
            do $all$
            declare
                taken bigint = 0;
            begin
                begin
                    delete from TABLE;
                    get diagnostics taken = row_count;
                exception when others then
                    taken = 0;
                end;
                perform set_config('testing.changed', least(taken, 1)::text, true);
            end $all$""";

    @Inject
    private World world;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private OfficialService official;

    @Inject
    private DifferenceService differences;

    @Inject
    private LockExceptionService exceptions;

    @Inject
    private PaperService papers;

    @Inject
    private PlanService plan;

    @Inject
    private PaperFileService files;

    @Inject
    private CurrentActor currentActor;

    @Test
    void a_closed_years_papers_stay_as_they_are_whatever_is_done_to_what_they_are_made_of() {
        world.undone(() -> {
            List<Paper> open = printed();
            assertThrows(NotFoundException.class, () -> forEverybody("2"), "a year that is being written");
            approveAll();
            assertThrows(NotFoundException.class, () -> forEverybody("2"), "approved, not closed");
            manager(() -> official.close(R6));
            List<Paper> closed = printed();
            List<byte[]> workbooks = workbooks();
            List<byte[]> pdfs = pdfs();
            for (int i = 0; i < NUMBERS.size(); i++) {
                assertEquals(open.get(i).title(), closed.get(i).title());
                assertEquals(
                        open.get(i).sections().size(), closed.get(i).sections().size());
                assertTrue(
                        closed.get(i).standing().matches("(?s).*第[0-9]+号 [0-9a-f]{64}.*"),
                        closed.get(i).standing());
            }

            // What staff may do, and what somebody with the database may.
            for (String change : List.of(
                    "update programme set name = '別の名前 ' || id, summary = '別の概要'",
                    "update policy set name = '別の方針'",
                    "update strategy set name = '別の戦略'",
                    "update measure set label = '別の指標', unit = '匹', position = 100 - position",
                    "update indicator set name = '別の計画の指標', note = '別の説明', base_value = 1, target_value = 2",
                    "update evaluation_sheet set done = '別の実施状況', effect = '別の効果' where fiscal_year = " + R6.year(),
                    "insert into programme (id, strategy_no, name) values ('late', 1, '後からの事業')",
                    "update figure_note set note = '別の注'",
                    "delete from evaluation where fiscal_year = " + R6.year())) {
                world.amend(change);
            }
            assertEquals(
                    "evaluation.error.closed",
                    refused(() -> staff(() -> evaluations.carryOverAgain(FiscalYear.parse("R5"), "数え直し"))));
            assertEquals("evaluation.error.closed", refused(() -> staff(() -> evaluations.carryOverAgain(R6, "数え直し"))));

            // What the chain is told afterwards stands on no sheet of it.
            String programme = currentActor
                    .as(World.STAFF, () -> evaluations.sheets(R6))
                    .get(0)
                    .programme()
                    .id();
            manager(() -> exceptions.grant(programme, R6, "確かめるため"));
            as(Actor.system("daily"), () -> differences.run(LocalDate.of(2026, 4, 1)));
            long last = currentActor
                    .as(World.STAFF, () -> official.end())
                    .orElseThrow()
                    .no();
            assertFalse(
                    closed.get(0).seal().contains("第" + last + "号"),
                    closed.get(0).seal());

            assertEquals(closed, printed());
            assertEquals(closed.get(0), forEverybody("2"), "closed, and everybody's to read");
            for (int i = 0; i < NUMBERS.size(); i++) {
                assertArrayEquals(workbooks.get(i), workbooks().get(i), "資料" + NUMBERS.get(i));
                assertArrayEquals(pdfs.get(i), pdfs().get(i), "資料" + NUMBERS.get(i) + " as PDF");
            }
            assertFalse(printed().toString().contains("別の"));
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbooks.get(0)))) {
                assertTrue(
                        book.getSheetAt(0)
                                .getFooter()
                                .getRight()
                                .contains(closed.get(0).seal()),
                        book.getSheetAt(0).getFooter().getRight());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertTrue(
                    currentActor
                            .as(World.STAFF, () -> papers.paper("2", FiscalYear.parse("R7")))
                            .toString()
                            .contains("別の名前"),
                    "an open year follows");
        });
    }

    /**
     * Every act of every role ends in rows, and all roles write them by one role of the database. So every column of every table is changed, and every
     * table emptied, as far as the database lets that role: the papers of the closed year stay what they are.
     */
    @Test
    void no_row_that_the_portal_may_write_reaches_a_closed_years_papers() {
        world.undone(() -> {
            approveAll();
            manager(() -> official.close(R6));
            List<Paper> closed = printed();
            long changes = 0;
            long refusals = 0;
            long emptied = 0;
            String tables = world.text(
                    "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = current_schema()");
            for (String table : tables.split(" ")) {
                world.amend("savepoint table_as_it_was");
                world.amend(CHANGE_COLUMNS.replace("TABLE", table));
                long changed = said("changed");
                if (changed > 0) {
                    assertEquals(closed, printed(), "columns of " + table);
                }
                changes += changed;
                refusals += said("refused");
                world.amend(EMPTY.replace("TABLE", table));
                if (said("changed") > 0) {
                    assertEquals(closed, printed(), "without rows in " + table);
                    emptied++;
                }
                world.amend("rollback to savepoint table_as_it_was");
            }
            System.out.println(tables.split(" ").length + " tables: " + changes + " columns changed, " + refusals
                    + " refused, " + emptied + " tables emptied");
            assertTrue(changes > 120, "columns changed: " + changes);
            assertTrue(emptied > 15, "tables emptied: " + emptied);
            assertTrue(refusals > 100, "refused: " + refusals);
        });
    }

    private long said(String what) {
        return world.number("select cast(current_setting('testing." + what + "') as bigint)");
    }

    /** The order of programmes and the thresholds of grades: the database refuses, whoever asks. */
    @Test
    void the_database_keeps_the_numbers_of_a_closed_year() {
        for (String change : List.of(
                "update programme_number set number = 99 where fiscal_year = " + R6.year(),
                "delete from programme_number where fiscal_year = " + R6.year(),
                "insert into grade_rule (fiscal_year) values (" + R6.year() + ")")) {
            world.undone(() -> {
                world.change("insert into official_record (seq, kind, fiscal_year, content, previous, hash, decided_at)"
                        + " select coalesce(max(seq), 0) + 1, 'YEAR', " + R6.year()
                        + ", '{}', '', 'hash of ' || coalesce(max(seq), 0) + 1, now()"
                        + " from official_record");
                RuntimeException refusal = assertThrows(RuntimeException.class, () -> world.amend(change), change);
                assertTrue(refusal.toString().contains("of a closed year"), refusal.toString());
            });
        }
    }

    /** Opened with a reason, mended, closed again: the paper says what it said before, and why it says something else. */
    @Test
    void a_correction_is_printed_beside_the_old() {
        world.undone(() -> {
            approveAll();
            manager(() -> official.close(R6));
            Paper before = printed().get(0);
            SheetView sheet =
                    currentActor.as(World.STAFF, () -> evaluations.sheets(R6)).get(0);
            String id = sheet.programme().id();
            manager(() -> official.reopen(id, R6, "来場者の数え落とし"));
            assertTrue(
                    printed().get(0).standing().contains("訂正のために開いた事業"),
                    printed().get(0).standing());
            assertEquals(
                    before.sections(), printed().get(0).sections(), "what was printed stays until it is closed again");
            approve(id, Grade.B, "書き直した実施状況");
            manager(() -> official.close(R6));
            Paper corrected = printed().get(0);
            assertTrue(
                    corrected.notes().stream()
                            .anyMatch(each -> each.startsWith("訂正：")
                                    && each.contains("訂正の前：A")
                                    && each.contains(sheet.programme().name())),
                    corrected.notes().toString());
            assertTrue(
                    corrected.notes().contains("訂正の理由：来場者の数え落とし"),
                    corrected.notes().toString());
            assertTrue(printed().get(1).notes().stream().anyMatch(each -> each.startsWith("訂正：")), "also in 資料3");
            assertTrue(currentActor.as(World.STAFF, () -> official.chain()).stream()
                    .allMatch(OfficialService.Entry::intact));
        });
    }

    /** What everybody has read does not go away while it is being corrected. */
    @Test
    void a_year_that_is_opened_again_keeps_its_papers_for_everybody() {
        world.undone(() -> {
            FiscalYear before = currentActor.as(Actor.VISITOR, () -> plan.yearShownFirst());
            approveAll();
            assertEquals(
                    R6,
                    currentActor.as(Actor.VISITOR, () -> plan.yearShownFirst()),
                    "approved, after " + before + " which is printed");
            assertFalse(currentActor
                    .as(Actor.VISITOR, () -> official.publishedYears())
                    .contains(R6));
            manager(() -> official.close(R6));
            List<Paper.Section> closed = forEverybody("2").sections();
            manager(() -> official.reopenYear(R6, "指標の数え直し"));
            assertEquals(closed, forEverybody("2").sections());
            assertTrue(
                    forEverybody("2").standing().contains("もう一度締めると"),
                    forEverybody("2").standing());
            assertEquals(R6, currentActor.as(Actor.VISITOR, () -> papers.yearShownFirst()));
            assertFalse(printed().get(0).standing().contains("もう一度締めると"), "who corrects sees what is being written");
        });
    }

    /** Half a year of drafts leads nobody to a year in which nothing is decided. */
    @Test
    void drafts_do_not_make_a_year_evaluated() {
        world.undone(() -> {
            FiscalYear before = currentActor.as(Actor.VISITOR, () -> plan.yearShownFirst());
            for (SheetView sheet : currentActor.as(World.STAFF, () -> evaluations.sheets(R6))) {
                submit(sheet.programme().id(), Grade.A, "実施した");
            }
            assertEquals(before, currentActor.as(Actor.VISITOR, () -> plan.yearShownFirst()));
        });
    }

    /** Sheet by sheet written and submitted, and approved at one press, as a manager does in June. */
    private void approveAll() {
        for (SheetView sheet : currentActor.as(World.STAFF, () -> evaluations.sheets(R6))) {
            if (!sheet.approved()) {
                submit(sheet.programme().id(), Grade.A, "実施した");
            }
        }
        Map<String, String> read = currentActor.as(World.STAFF, () -> evaluations.sheets(R6)).stream()
                .filter(SheetView::submitted)
                .collect(Collectors.toMap(each -> each.programme().id(), SheetView::stamp));
        assertTrue(read.size() > 45, "sheets of the year: " + read.size());
        long pressed = System.nanoTime();
        manager(() -> official.approveAll(R6, read));
        System.out.println(read.size() + " sheets approved in " + (System.nanoTime() - pressed) / 1_000_000 + " ms");
    }

    private void approve(String programme, Grade grade, String done) {
        submit(programme, grade, done);
        String stamp = currentActor
                .as(World.STAFF, () -> evaluations.sheet(programme, R6))
                .stamp();
        manager(() -> official.approve(programme, R6, stamp));
    }

    private void submit(String programme, Grade grade, String done) {
        int version = currentActor
                .as(World.STAFF, () -> evaluations.sheet(programme, R6))
                .version();
        staff(() -> evaluations.write(new EvaluationSheetForm(
                programme,
                R6,
                version,
                done,
                "",
                "",
                List.of(
                        new EvaluationSheetForm.Decision(
                                Papers.RESULTS, grade, FutureDirection.CONTINUE, "", "目安と違うときの理由", true),
                        new EvaluationSheetForm.Decision(
                                Papers.NEXT_YEAR, grade, FutureDirection.CONTINUE, "", "", true)))));
        staff(() -> evaluations.submit(programme, R6));
    }

    private List<Paper> printed() {
        List<Paper> all = new ArrayList<>();
        NUMBERS.forEach(each -> all.add(currentActor.as(World.STAFF, () -> papers.paper(each, R6))));
        return all;
    }

    private Paper forEverybody(String number) {
        return currentActor.as(Actor.VISITOR, () -> papers.paper(number, R6));
    }

    private List<byte[]> workbooks() {
        List<byte[]> all = new ArrayList<>();
        NUMBERS.forEach(each -> all.add(currentActor.as(World.STAFF, () -> files.workbook(each, R6))));
        return all;
    }

    private List<byte[]> pdfs() {
        List<byte[]> all = new ArrayList<>();
        NUMBERS.forEach(each -> all.add(currentActor.as(World.STAFF, () -> files.pdf(each, R6))));
        return all;
    }

    private static String refused(Runnable use) {
        return assertThrows(DomainException.class, use::run).key();
    }

    private void staff(Runnable use) {
        as(World.STAFF, use);
    }

    private void manager(Runnable use) {
        as(MANAGER, use);
    }

    private void as(Actor actor, Runnable use) {
        currentActor.as(actor, () -> {
            use.run();
            return null;
        });
    }
}
