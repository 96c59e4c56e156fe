package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.guide.GuideService;
import tsunagu.paper.Paper;
import tsunagu.paper.PaperService;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.book.PlanBookService;
import tsunagu.plan.book.PlanBookService.Fate;
import tsunagu.plan.book.PlanBookTable;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Role;

/** The plan as one workbook: what is handed out can be handed in, a new plan is added to the old one, and nothing that is there changes. */
@ArquillianTest
class PlanBookIT {

    private static final String NEXT = String.join(
            "\n",
            "■ 計画",
            "初年度\t最終年度\t名前",
            "令和９年度\tR13\t次の計画（試験）",
            "■ 基本方針",
            "通し番号\t印字する番号\t名前",
            "901\t1\tつなぐ力",
            "■ 戦略",
            "通し番号\t基本方針の通し番号\t印字する番号\t名前",
            "901\t901\t1\t人が集まる",
            "■ 推進事業",
            "事業の記号\t戦略の通し番号\t名前\t概要",
            "book-fair\t901\tつなぐフェア\t",
            "■ 事業の番号",
            "事業の記号\t年度\t通し番号\t印字する番号",
            "book-fair\tR9\t1\t1-1-1",
            "■ 評価指標",
            "事業の記号\t指標の記号\t指標の名前\t単位",
            "book-fair\tvisitors\t来場者数\t人",
            "■ 数え方",
            "事業の記号\t指標の記号\t適用を始める年度\t数えるもの\tもとにするもの\tイベントの種類\t参加者の区分\tよい向き",
            "book-fair\tvisitors\tR9\t延べ人数\tこのサイトの記録\t就職ガイダンス、企業見学会\t高校生\t多いほどよい",
            "■ 目標",
            "事業の記号\t指標の記号\t年度\t目標\t出所",
            "book-fair\tvisitors\tR9\t１，２００\t計画書",
            "■ 成果指標",
            "成果指標の記号\t基本方針の通し番号\t名前\t単位\t数の積み方\tよい方向\t現状\t現状の年度\t目標の値\t目標の年度",
            "book-jobs\t901\t新しい就職者\t人\t年度ごとの数\t目標以上がよい\t10.50\tR8\t20\tR13",
            "■ 成果指標の計算",
            "成果指標の記号\t適用を始める年度\t足し合わせる指標\t理由",
            "book-jobs\tR9\tbook-fair/visitors\t計画書のとおり");

    private static final String RULE = "■ 判定の目安\n年度\tAの目安（目標に対する%）\t僅差のAの目安（%）\tBの目安（%）";

    @Inject
    private PlanBookService book;

    @Inject
    private PlanBookTable table;

    @Inject
    private PlanService plan;

    @Inject
    private PaperService papers;

    @Inject
    private GuideService guide;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void what_is_handed_out_changes_nothing_when_it_is_handed_in() {
        world.undone(() -> {
            PlanBookService.Reading reading = read(whole());
            assertTrue(reading.ready(), () -> wrong(reading));
            assertEquals(0, reading.written());
            long rows = sheets().stream().mapToLong(each -> each.rows().size()).sum();
            assertTrue(rows > 400, "the city's plan has rows enough to say so: " + rows);
            assertEquals(rows, reading.count(Fate.SAME));
        });
    }

    /** What a city that begins is shown as an example is the plan that ships, letter for letter. */
    @Test
    void the_example_is_what_the_first_city_hands_out() throws IOException {
        String example;
        try (InputStream file = PlanBookService.class.getResourceAsStream("/plan/example.tsv")) {
            example = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        world.undone(() -> {
            withoutLaterNumbers();
            PlanBookService.Reading reading = read(example);
            assertEquals(
                    0, reading.written() + reading.count(Fate.WRONG), () -> "see " + written() + "\n" + wrong(reading));
            assertEquals(
                    sheets().stream().mapToLong(each -> each.rows().size()).sum(),
                    reading.count(Fate.SAME),
                    () -> "see " + written());
            List<ImportTable.Sheet> shown = currentActor.as(World.STAFF, () -> table.sheets("example"));
            assertEquals(
                    reading.count(Fate.SAME),
                    shown.stream().mapToLong(each -> each.rows().size()).sum());
        });
    }

    /** A file with what the example should be: without marks of what was handed out, which are of one city. */
    private Path written() {
        try {
            return Files.writeString(Files.createTempFile("plan-example", ".tsv"), text(sheets(), false) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who wrote in a book of the day before does not undo what somebody did since. */
    @Test
    void a_row_that_changed_since_the_book_was_handed_out_is_not_overwritten() {
        world.undone(() -> {
            String handedOut = whole().replace("\"一関地域\"", "\"一関の町\"");
            assertEquals(1, read(handedOut).count(Fate.CHANGED), () -> wrong(read(handedOut)));
            world.amend("update area set english = 'The middle' where code = 'ICHINOSEKI'");
            PlanBookService.Reading stale = read(handedOut);
            assertEquals(1, stale.count(Fate.WRONG));
            assertTrue(wrong(stale).contains("plan.book.error.stale"), () -> wrong(stale));
            assertTrue(wrong(stale).contains("The middle"), () -> wrong(stale));
            // Who changes nothing in a row of the day before is not stopped by it, and loses nothing.
            assertThrows(DomainException.class, () -> take(handedOut, stale.seen()));
        });
    }

    /** A city whose papers have fewer columns says so, and a row keeps what it is about. */
    @Test
    void a_paper_has_the_columns_of_the_city() {
        String words = "■ 資料の言葉\n言葉の記号\t印字する言葉\n";
        assertEquals(
                "plan.book.error.paperColumn",
                read(words + "col.grade\t（なし）")
                        .parts()
                        .get(0)
                        .lines()
                        .get(0)
                        .problem()
                        .key());
        assertTrue(read(words + "col.method\t（なし）").ready());
    }

    @Test
    void the_plan_that_follows_is_added_and_is_handed_out_again() {
        world.undone(() -> {
            PlanBookService.Reading reading = read(NEXT);
            assertTrue(reading.ready(), () -> wrong(reading));
            assertEquals(10, reading.count(Fate.NEW));
            assertEquals(10, take(NEXT, reading.seen()));
            PlanBookService.Reading again = read(NEXT);
            assertEquals(10, again.count(Fate.SAME), () -> wrong(again));
            PlanBookService.Reading all = read(whole());
            assertEquals(
                    all.count(Fate.SAME),
                    all.parts().stream().mapToLong(each -> each.lines().size()).sum());
            assertEquals(
                    "1200",
                    world.text("select trim_scale(t.value)::text from target t join measure m on m.id = t.measure_id"
                            + " where m.programme_id = 'book-fair' and t.fiscal_year = 2027"));
            assertEquals(
                    "{COMPANY_TOUR,GUIDANCE}",
                    world.text(
                            "select event_types::text from measure_year where programme_id = 'book-fair' and fiscal_year = 2028"));
            assertNull(
                    world.text(
                            "select max(1)::text from measure_year where programme_id = 'book-fair' and fiscal_year < 2027"),
                    "the years of the plan before count nothing of it");
            // Whoever looked before that is not heard.
            assertThrows(ConflictException.class, () -> take(NEXT, reading.seen()));
        });
    }

    @Test
    void what_is_wrong_is_said_row_by_row_and_nothing_is_taken() {
        world.undone(() -> {
            String programme = world.text("select id from programme order by id limit 1");
            String name = world.text("select name from programme order by id limit 1");
            String strategy = world.text("select strategy_no::text from programme order by id limit 1");
            String wrong = String.join(
                    "\n",
                    "■ 推進事業",
                    "事業の記号\t戦略の通し番号\t名前\t概要",
                    "book-new\t" + strategy + "\t新しい事業\t",
                    programme + "\t" + strategy + "\tほかの名前\t",
                    "Book New\t" + strategy + "\t大文字\t",
                    "book-other\t99999\tどこにもない戦略\t",
                    "book-new\t" + strategy + "\t二度目\t",
                    "book-less\t" + strategy + "\t\t",
                    "■ 計画",
                    "初年度\t最終年度\t名前",
                    "R8\tR12\t重なる計画",
                    "R4\tR7\t短くする",
                    "■ 数え方",
                    "事業の記号\t指標の記号\t適用を始める年度\t数えるもの\tもとにするもの\tよい向き",
                    "book-new\tnone\tR9\t延べ人数\tこのサイトの記録\t多いほどよい",
                    "■ 成果指標",
                    "成果指標の記号\t名前\t単位\t数の積み方\tよい方向\t目標の値\t目標の年度",
                    "book-none\tどこのものでもない\t人\t割合\t目標以上がよい\t1\tR13");
            PlanBookService.Reading reading = read(wrong);
            assertEquals(
                    List.of(
                            "計画 2 plan.book.error.overlap",
                            "計画 3 plan.book.error.shorter",
                            "推進事業 3 plan.book.error.other",
                            "推進事業 4 plan.book.error.code",
                            "推進事業 5 plan.book.error.unknown",
                            "推進事業 6 plan.book.error.twice",
                            "推進事業 7 plan.book.error.missing",
                            "数え方 2 plan.book.error.unknown",
                            "成果指標 2 plan.book.error.level"),
                    reading.parts().stream()
                            .flatMap(part -> part.of(Fate.WRONG).stream()
                                    .map(line -> part.title() + " " + line.number() + " "
                                            + line.problem().key()))
                            .toList());
            assertEquals(
                    List.of("名前", name),
                    reading.parts().get(1).of(Fate.WRONG).get(0).problem().arguments());
            assertEquals(
                    "plan.book.error.notReady",
                    assertThrows(DomainException.class, () -> take(wrong, reading.seen()))
                            .key());
            assertNull(world.text("select max(id) from programme where id = 'book-new'"));
            assertThrows(DomainException.class, () -> read("番号\t名前\n1\tシートのない表"));
        });
    }

    /** What the pages and the database refuse is said before anything is taken. */
    @Test
    void the_rules_of_the_pages_are_the_books() {
        world.undone(() -> {
            // A programme of its own: other tests define what the city's programmes count.
            String programme = "book-rules";
            String measure = "counted";
            withoutLaterNumbers();
            world.amend("insert into programme (id, strategy_no, name) select '" + programme
                    + "', min(no), '試験の事業' from strategy");
            world.amend("insert into programme_number (programme_id, fiscal_year, number, code) select '" + programme
                    + "', max(fiscal_year), 999, '9-9-9' from programme_number");
            world.amend("insert into measure (id, programme_id, code, label, unit, position)"
                    + " select nextval('tsunagu_seq'), '" + programme + "', '" + measure
                    + "', '人数', '人', max(position) + 1 from measure");
            world.amend("insert into measure_definition (id, measure_id, from_year, counting, basis)"
                    + " select nextval('tsunagu_seq'), id, 2022, 'MANUAL', 'REPORTED' from measure where programme_id = '"
                    + programme
                    + "'");
            String of = programme + "\t" + measure + "\t";
            String wrong = String.join(
                    "\n",
                    "■ 計画",
                    "初年度\t最終年度\t名前",
                    "R9\tR13\t次",
                    "R12\tR15\tその次",
                    "■ 事業の番号",
                    "事業の記号\t年度\t通し番号\t印字する番号",
                    programme + "\tR8\t1\t1-1-1",
                    programme + "\tR9\t1\t1-1-一",
                    programme + "\tR20\t1\t1-1-1",
                    "■ 数え方",
                    "事業の記号\t指標の記号\t適用を始める年度\t数えるもの\tもとにするもの\tよい向き\t年度を決める日",
                    of + "R7\t延べ人数\tこのサイトの記録\t多いほどよい\t",
                    of + "R9\t手で数える\tこのサイトの記録\t多いほどよい\t",
                    of + "R10\t延べ人数\tこのサイトの記録\t多いほどよい\t就職：働き始めた日",
                    "■ 目標",
                    "事業の記号\t指標の記号\t年度\t目標の呼び名\t目標\t出所",
                    of + "R9\t\t12.5\t計画書",
                    of + "R10\t\t-1\t計画書",
                    "■ 成果指標",
                    "成果指標の記号\t基本方針の通し番号\t名前\t単位\t数の積み方\tよい方向\t現状\t現状の年度\t目標の値\t目標の年度",
                    "book-rate\t1\t割合\t%\t割合\t目標以上がよい\t\t\t120\tR13",
                    "book-base\t1\t数\t人\tその時点の数\t目標以上がよい\t1\t\t2\tR13",
                    "book-fine\t1\t数\t人\tその時点の数\t目標以上がよい\t1\tR8\t2\tR13",
                    "■ 成果指標の値",
                    "成果指標の記号\t報告した年度\t対象の年度\t値\t出所",
                    "book-fine\tR9\tR10\t5\t統計",
                    "■ 成果指標の年度目標",
                    "成果指標の記号\t年度\t目標\t理由",
                    "book-fine\tR13\t2\t試験",
                    RULE,
                    "R9\t90\t95\t50");
            PlanBookService.Reading reading = read(wrong);
            assertEquals(
                    List.of(
                            "計画 3 plan.book.error.overlap",
                            "事業の番号 2 plan.book.error.numbers",
                            "事業の番号 3 plan.book.error.place",
                            "事業の番号 4 plan.book.error.unplanned",
                            "数え方 2 plan.book.error.defined",
                            "数え方 3 plan.error.manual",
                            "数え方 4 plan.error.datedBy",
                            "目標 2 plan.error.whole",
                            "目標 3 plan.book.error.negative",
                            "成果指標 2 plan.error.aim",
                            "成果指標 3 plan.book.error.base",
                            "成果指標の値 2 plan.error.observedLater",
                            "成果指標の年度目標 2 plan.error.notOnThePath",
                            "判定の目安 2 evaluation.error.rule"),
                    reading.parts().stream()
                            .flatMap(part -> part.of(Fate.WRONG).stream()
                                    .map(line -> part.title() + " " + line.number() + " "
                                            + line.problem().key()))
                            .toList());
            assertEquals("plan.book.error.sheet", refused(NEXT + "\n■ 目標 (2)\n事業の記号\nx"));
            assertEquals("plan.book.error.sheetTwice", refused(NEXT + "\n■ 目標\n事業の記号\nx"));
            String square = NEXT.replace("つなぐフェア\t", "つなぐフェア\t\"一行目\n■ 二行目\"");
            assertTrue(read(square).ready(), () -> wrong(read(square)));
        });
    }

    /** Other tests number years to come. */
    private void withoutLaterNumbers() {
        world.amend("delete from programme_number where fiscal_year >= 2026");
    }

    private String refused(String text) {
        return assertThrows(DomainException.class, () -> read(text)).key();
    }

    /** The next plan counts its policies and strategies from one again, and a programme may go on under another strategy. */
    @Test
    void the_next_plan_is_printed_with_numbers_of_its_own() {
        // What is remembered of the plans is not to be what is undone.
        currentActor.as(World.STAFF, () -> plan.years());
        world.undone(() -> {
            withoutLaterNumbers();
            String book = NEXT.replace(
                            "通し番号\t印字する番号\n" + "book-fair\tR9\t1\t1-1-1",
                            "通し番号\t印字する番号\t戦略の通し番号\n" + "book-fair\tR9\t1\t1-1-1\nnext-monozukuri\tR9\t2\t1-1-2\t901")
                    + "\n" + RULE + "\nR9\t105\t97.5\t60";
            PlanBookService.Reading reading = read(book);
            assertTrue(reading.ready(), () -> wrong(reading));
            take(book, reading.seen());
            PlanTree tree = currentActor.as(World.STAFF, () -> plan.plan(new FiscalYear(2027)));
            assertEquals(
                    1L,
                    world.number(
                            "select count(*) from grade_rule where fiscal_year = 2027 and (a_from, near_from, b_from)"
                                    + " = (1.05, 0.975, 0.6)"));
            assertEquals(1, tree.policies().size());
            assertEquals(1, tree.policies().get(0).no());
            assertEquals(901, tree.policies().get(0).key());
            assertEquals(
                    List.of("book-fair", "next-monozukuri"),
                    tree.policies().get(0).strategies().get(0).programmes().stream()
                            .map(each -> each.name().id())
                            .toList());
            Paper last = currentActor.as(World.STAFF, () -> papers.paper("4", new FiscalYear(2026)));
            assertTrue(
                    last.sections().stream()
                            .filter(section -> section.strategy().contains("人が集まる"))
                            .flatMap(section -> section.rows().stream())
                            .flatMap(List::stream)
                            .anyMatch(cell -> cell.text().contains("つなぐフェア")),
                    "資料4 of a plan's last year has what the next one begins");
            assertEquals(
                    1L, world.number("select count(*) from audit_entry where table_name = 'plan' and row_id = '2027'"));
        });
    }

    /** What has no page of its own is changed by the book: areas, support, what grants are held against, words of the papers. */
    @Test
    void the_citys_own_tables_are_changed_by_it() {
        world.undone(() -> {
            withoutLaterNumbers();
            String city = String.join(
                    "\n",
                    "■ 地域",
                    "地域の記号\t名前\tよみがな\t英語の名前\t全国地方公共団体コード\t市の中\t地図の列（左から0）\t地図の行（上から0）",
                    "ICHINOSEKI\t一関の町\tいちのせきのまち\tIchinoseki Town\t032093\t○\t1\t2",
                    "KITA\t北地区\tきたちく\tNorth\t032093\t○\t5\t5",
                    "■ 相談の窓口",
                    "窓口の記号\t名前\t説明文\t場所\t電話\t事業の記号",
                    "kita\t北の窓口\t仕事の相談\t北会館\t\tjob-cafe",
                    "■ 支援制度",
                    "制度の記号\t名前\t説明文\t金額\t条件（1行に1つ）\tいま住んでいる所\t申し込みの初日\t申し込みの最終日\tいつの情報か\t出所",
                    "kita-move\t北の引っ越し支援\t引っ越しの費用です。\t10万円まで\t\"住むこと\n働くこと\"\t東京23区\t令和8年4月1日\t2099-03-31\t2026-04-01\t市の要綱",
                    "■ 交付の決まり",
                    "事業の記号\t1件の上限（円）\t受けられる回数\t年度の募集回数\t出所",
                    "job-cafe\t50000\t年度に1回\t\t要綱",
                    "■ 資料の言葉",
                    "言葉の記号\t印字する言葉",
                    "title.2\t令和{0}年度のあゆみ");
            PlanBookService.Reading reading = read(city);
            assertTrue(reading.ready(), () -> wrong(reading));
            assertEquals(2, reading.count(Fate.CHANGED), "an area and a title were there");
            assertEquals(6, take(city, reading.seen()));
            assertEquals(6, read(city).count(Fate.SAME), () -> wrong(read(city)));
            assertEquals(
                    "一関の町 Ichinoseki Town",
                    world.text("select name || ' ' || english from area where code = 'ICHINOSEKI'"));
            assertEquals(
                    List.of("住むこと", "働くこと"),
                    guide.suggestions(Map.of()).stream()
                            .filter(each -> each.programme().code().equals("kita-move"))
                            .findFirst()
                            .orElseThrow()
                            .programme()
                            .conditions());
            assertEquals("令和{0}年度のあゆみ", world.text("select word from paper_word where key = 'title.2'"));
            assertEquals(
                    1L,
                    world.number("select count(*) from audit_entry where table_name = 'area' and row_id = 'ICHINOSEKI'"
                            + " and action = 'UPDATE'"));

            // A book without a column says nothing of what stands in it, and what it changes is shown beside what is
            // there.
            String names = "■ 地域\n地域の記号\t名前\tよみがな\t英語の名前\nKITA\t北のまち\tきたのまち\tNorth";
            PlanBookService.Reading part = read(names);
            PlanBookService.Line changed = part.parts().get(0).of(Fate.CHANGED).get(0);
            assertEquals("北地区", changed.instead(1));
            assertNull(changed.instead(3), "the same");
            assertNull(changed.instead(6), "not in the book");
            assertEquals(1, take(names, part.seen()));
            assertEquals(
                    "北のまち 032093 t 5 5",
                    world.text(
                            "select concat_ws(' ', name, municipality, inside, grid_x, grid_y) from area where code = 'KITA'"));
            assertEquals(
                    "plan.book.error.tileTaken",
                    read("■ 地域\n地域の記号\t名前\tよみがな\t英語の名前\t地図の列（左から0）\t地図の行（上から0）\nHIGASHI\t東地区\tひがしちく\tEast\t5\t5")
                            .parts()
                            .get(0)
                            .lines()
                            .get(0)
                            .problem()
                            .key());
        });
    }

    @Test
    void what_is_wrong_with_the_citys_own_tables_is_said() {
        world.undone(() -> {
            String wrong = String.join(
                    "\n",
                    "■ 市",
                    "名前\tよみがな\t英語の名前\t全国地方公共団体コード\t都道府県\t都道府県のよみがな\t都道府県の英語の名前\tメール",
                    "あけぼの市\tアケボノシ\tAkebono\t999997\t仮想県\tかそうけん\tKasou\t",
                    "■ 地域",
                    "地域の記号\t名前\tよみがな\t英語の名前\t地図の列（左から0）\t地図の行（上から0）",
                    "kita\t北地区\tきたちく\tNorth\t\t",
                    "KITA\t北地区\tきたちく\tNorth\t3\t",
                    "MINAMI\t南地区\tみなみちく\tSouth\t3\t40",
                    "■ 支援制度",
                    "制度の記号\t名前\t説明文\tいま住んでいる所\t申し込みの初日\t申し込みの最終日\tいつの情報か\t出所",
                    "kita-day\t制度\t説明\t\t春\t2027-03-31\t2026-04-01\t要綱",
                    "kita-turn\t制度\t説明\t\t2027-04-01\t2027-03-31\t2026-04-01\t要綱",
                    "kita-moon\t制度\t説明\t月\t2026-04-01\t2027-03-31\t2026-04-01\t要綱",
                    "■ 交付の決まり",
                    "事業の記号\t1件の上限（円）\t年度の募集回数\t出所",
                    "job-cafe\t0\t\t要綱",
                    "uij-turn-information\t\t13\t要綱",
                    "■ 資料の言葉",
                    "言葉の記号\t印字する言葉",
                    "title.2\t年度のない題名",
                    "title.9\tない資料");
            PlanBookService.Reading reading = read(wrong);
            assertEquals(
                    List.of(
                            "市 2 city.error.reading",
                            "地域 2 plan.book.error.capitals",
                            "地域 3 plan.book.error.tile",
                            "地域 4 plan.book.error.tile",
                            "支援制度 2 plan.book.error.day",
                            "支援制度 3 plan.book.error.valid",
                            "支援制度 4 plan.book.error.choice",
                            "交付の決まり 2 plan.book.error.ceiling",
                            "交付の決まり 3 plan.book.error.rounds",
                            "資料の言葉 2 plan.book.error.paperPlace",
                            "資料の言葉 3 plan.book.error.paperWord"),
                    reading.parts().stream()
                            .flatMap(part -> part.of(Fate.WRONG).stream()
                                    .map(line -> part.title() + " " + line.number() + " "
                                            + line.problem().key()))
                            .toList());
            String renamed = "■ 市\n名前\tよみがな\t英語の名前\t全国地方公共団体コード\t都道府県\t都道府県のよみがな\t都道府県の英語の名前\n"
                    + "あけぼの市\tあけぼのし\tAkebono\t999997\t仮想県\tかそうけん\tKasou";
            assertEquals(
                    "plan.book.error.city",
                    read(renamed).parts().get(0).lines().get(0).problem().key(),
                    "whose portal it is, is the administrator's to say");
        });
    }

    @Test
    void an_approved_year_gets_nothing_more() {
        world.undone(() -> {
            String programme = "next-monozukuri";
            world.amend(
                    "insert into official_record (seq, kind, programme_id, fiscal_year, content, previous, hash, decided_at)"
                            + " select coalesce(max(seq), 0) + 1, 'APPROVAL', '" + programme
                            + "', 2023, '{}', 'none', 'plan-book', now() from official_record");
            String measure = world.text("select min(code) from measure where programme_id = '" + programme + "'");
            String late =
                    "■ 目標\n事業の記号\t指標の記号\t年度\t目標の呼び名\t目標\t出所\n" + programme + "\t" + measure + "\tR5\t後からの目標\t1\t試験";
            PlanBookService.Reading reading = read(late);
            assertEquals(
                    "plan.book.error.approved",
                    reading.parts().get(0).lines().get(0).problem().key());
        });
    }

    @Test
    void only_staff_and_the_administrator_have_it() {
        for (Role role : Role.values()) {
            Actor actor = new Actor(null, null, "somebody", java.util.Set.of(role));
            boolean may = role == Role.STAFF || role == Role.ADMINISTRATOR;
            assertEquals(may, currentActor.as(actor, () -> table.held()), role::name);
            if (!may) {
                assertThrows(RuntimeException.class, () -> currentActor.as(actor, () -> book.rows()), role::name);
            }
        }
    }

    private PlanBookService.Reading read(String text) {
        return currentActor.as(World.STAFF, () -> book.read(text));
    }

    private int take(String text, String seen) {
        return currentActor.as(World.STAFF, () -> book.take(text, seen));
    }

    private List<ImportTable.Sheet> sheets() {
        return currentActor.as(World.STAFF, () -> table.sheets("now"));
    }

    private String whole() {
        return text(sheets(), true);
    }

    private static String text(List<ImportTable.Sheet> sheets, boolean copies) {
        return sheets.stream()
                .map(sheet -> "■ " + sheet.title() + "\n"
                        + sheet.columns().stream()
                                .map(ImportTable.Column::label)
                                .filter(label -> copies || !label.startsWith("控え"))
                                .collect(Collectors.joining("\t"))
                        + "\n"
                        + sheet.rows().stream()
                                .map(row -> row.stream()
                                        .limit(sheet.columns().stream()
                                                .filter(each ->
                                                        copies || !each.label().startsWith("控え"))
                                                .count())
                                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                        .collect(Collectors.joining("\t")))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String wrong(PlanBookService.Reading reading) {
        return reading.parts().stream()
                .flatMap(part -> part.of(Fate.WRONG).stream().map(line -> part.title() + " " + line))
                .collect(Collectors.joining("\n"));
    }
}
