package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.plan.book.PlanBookService;
import tsunagu.plan.book.PlanBookService.Fate;
import tsunagu.plan.book.PlanBookTable;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
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
            "番号\t名前",
            "901\tつなぐ力",
            "■ 戦略",
            "番号\t基本方針の番号\t名前",
            "901\t901\t人が集まる",
            "■ 推進事業",
            "事業の記号\t戦略の番号\t名前\t概要",
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
            "成果指標の記号\t基本方針の番号\t名前\t単位\t数の積み方\tよい方向\t現状\t現状の年度\t目標の値\t目標の年度",
            "book-jobs\t901\t新しい就職者\t人\t年度ごとの数\t目標以上がよい\t10.50\tR8\t20\tR13",
            "■ 成果指標の計算",
            "成果指標の記号\t適用を始める年度\t足し合わせる指標\t理由",
            "book-jobs\tR9\tbook-fair/visitors\t計画書のとおり");

    @Inject
    private PlanBookService book;

    @Inject
    private PlanBookTable table;

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
                    "事業の記号\t戦略の番号\t名前\t概要",
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
        return sheets().stream()
                .map(sheet -> "■ " + sheet.title() + "\n"
                        + sheet.columns().stream()
                                .map(ImportTable.Column::label)
                                .collect(Collectors.joining("\t"))
                        + "\n"
                        + sheet.rows().stream()
                                .map(row -> row.stream()
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
