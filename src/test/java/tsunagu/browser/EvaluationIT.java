package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A year's evaluation from the first words to the record that an auditor verifies. */
class EvaluationIT {

    private static final String SHEET = "/evaluations/it-seminar?year=R5";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void staff_write_the_committee_asks_the_manager_approves() {
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor manager = Visitor.atDesk(portal);
                Visitor committee = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/evaluations/it-seminar?year=R5");
            staff.fill("事業実施状況", "あ".repeat(4001));
            staff.page().locator("#decisions-0-grade").selectOption("C");
            staff.press("下書きとして保存する");
            staff.sees("長すぎます");
            staff.finds_the_page_sound();
            assertThat(staff.page().inputValue("#done")).hasSize(4001);
            staff.fill("事業実施状況", "1回開き、12社が参加した。");
            staff.press("下書きとして保存する");
            staff.sees("資料2の評価が目安と違います。理由を書いてください。");
            staff.page().locator("#decisions-0-reason").fill("参加者の声が少ないため");
            staff.press("下書きとして保存する");
            staff.sees("資料4の評価が資料2と違います。理由を書いてください。");
            assertThat(staff.page().locator("#decisions-2-reason-error").count())
                    .isEqualTo(1);
            staff.page().locator("#decisions-2-grade").selectOption("");
            staff.press("下書きとして保存する");
            staff.sees("保存しました", "1回開き、12社が参加した。", "参加者の声が少ないため");

            committee.signIn("committee@demo.example");
            committee.open(SHEET);
            committee.fill("意見", "参加した会社の数は、どう数えたのですか。");
            committee.press("意見を残す");
            committee.sees("意見を残しました", "どう数えたのですか");
            committee.finds_the_page_sound();

            staff.open(SHEET);
            staff.page().locator("textarea[id^=answer]").fill("受付の名簿で、会社ごとに1と数えました。");
            staff.press("回答する");
            staff.sees("回答しました");
            staff.press("課長に提出する");
            staff.sees("課長に提出しました", "提出済み");
            // Whose turn it is was told: the member of the committee of the answer, the head of the division of the
            // sheet.
            assertThat(portal.letters(
                            "recipient_key = testing.mark('committee@demo.example') and subject like '%ご意見に回答しました（IT活用セミナー%'",
                            "会社ごとに1と数えました"))
                    .isEqualTo(1);
            assertThat(portal.one(
                            "select count(*) from mail_outbox where recipient_key = testing.mark('manager@demo.example')"
                                    + " and subject like '%「IT活用セミナー%の自己評価が提出されました%'"))
                    .isEqualTo("1");

            manager.signIn("manager@demo.example");
            manager.open(SHEET);
            manager.finds_the_page_sound();
            manager.press("差し戻す");
            manager.sees("理由を500字までで書いてください。");
            // The target moves while the page is open: nothing is approved, the page says what moved, and pressing
            // again works.
            portal.run(
                    "set tsunagu.actor = 'system:test'; insert into target (id, measure_id, fiscal_year, revision, value, reason, set_at, basis)"
                            + " select nextval('tsunagu_seq'), m.id, 2023, max(t.revision) + 1, max(t.value) - 1, '訂正', now(), ''"
                            + " from measure m join target t on t.measure_id = m.id and t.fiscal_year = 2023"
                            + " where m.programme_id = 'it-seminar' group by m.id");
            manager.press("確定する");
            manager.sees("まだ確定していません", "画面を開いた後に変わった数字", "目標: 1回 → 0回");
            manager.finds_the_page_sound();
            manager.press("確定する");
            manager.sees("確定しました", "確定記録");
            manager.open("/evaluations?year=R5&state=APPROVED");
            manager.sees("IT活用セミナー");

            manager.open("/evaluations?year=R6");
            manager.page().click("summary:has-text('判定の目安を変える')");
            manager.fill("Aの目安", "90");
            manager.press("この目安にする");
            manager.sees("A、僅差のA、Bの順に大きい数字");
            manager.finds_the_page_sound();
            manager.fill("僅差のAの目安", "85");
            manager.fill("なぜ", "R6だけ、達成の幅を広げるため");
            manager.press("この目安にする");
            manager.sees("判定の目安を変えました", "実績が目標の90%以上はA、85%以上は僅差のA");
            committee.open("/papers/2?year=R5");
            committee.page().locator("table.paper td.number a").first().click();
            // A page that has just been asked for has no title yet.
            PlaywrightAssertions.assertThat(committee.page()).hasTitle(Pattern.compile("実績のもとになった記録"));
            // And back up: to the paper in which the number is printed, of the same year.
            assertThat(committee
                            .page()
                            .locator("main a[href*='/papers/2?year=R5']")
                            .count())
                    .isPositive();
            assertThat(committee
                            .page()
                            .request()
                            .get(portal.url("/papers/2?year=R12"))
                            .status())
                    .isEqualTo(404);
        }
    }

    /** What moved while the list was open is shown beside what was read, and nothing is approved; the next press is about what is shown. */
    @Test
    void all_that_waits_is_approved_as_it_was_read() {
        String waiting =
                "select programme_id from evaluation_sheet where fiscal_year = 2023 and state = 'SUBMITTED' order by 1";
        try (Visitor manager = Visitor.atDesk(portal)) {
            List<String> sheets = portal.list(waiting);
            assertThat(sheets).isNotEmpty();
            // With a reason, so that the grade may stand whatever the target becomes.
            portal.run("set tsunagu.actor = 'system:test'; update evaluation set reason = '目安と違う理由'"
                    + " where fiscal_year = 2023 and programme_id = '" + sheets.get(0) + "'");
            manager.signIn("manager@demo.example");
            manager.open("/evaluations?year=R5");
            portal.run(
                    "set tsunagu.actor = 'system:test'; insert into target (id, measure_id, fiscal_year, revision, value, reason, set_at, basis)"
                            + " select nextval('tsunagu_seq'), m.id, 2023, coalesce(max(t.revision), 0) + 1, 987, '訂正', now(), ''"
                            + " from measure m left join target t on t.measure_id = m.id and t.fiscal_year = 2023 and t.basis = ''"
                            + " where m.programme_id = '" + sheets.get(0) + "' group by m.id");
            manager.press("提出済みをまとめて確定する");
            manager.sees("まだ確定していません", "一覧を開いた後に変わった事業", "→ 987");
            manager.finds_the_page_sound();
            manager.picture("approve-all-moved");
            assertThat(portal.list(waiting)).isEqualTo(sheets);
            manager.press("提出済みをまとめて確定する");
            PlaywrightAssertions.assertThat(manager.page()).hasURL(Pattern.compile("done=approved-all"));
            assertThat(portal.list(waiting)).isEmpty();
        }
    }

    /** The list that is opened without a year shows the one that is due; what is pressed there is about that year, also on a later day. */
    @Test
    void a_press_is_about_the_year_that_was_shown() {
        try (Visitor manager = Visitor.atDesk(portal)) {
            manager.signIn("manager@demo.example");
            manager.open("/evaluations");
            String shown = manager.page().inputValue("#form [name=shown-year]");
            assertThat(manager.page()
                            .locator(".year-nav [aria-current=page]")
                            .first()
                            .getAttribute("href"))
                    .contains(shown);
            // As it would be on a page that was opened when R4 was due.
            manager.page().evaluate("document.querySelector('#form [name=shown-year]').value = 'R4'");
            manager.page().click("summary:has-text('判定の目安を変える')");
            manager.fill("なぜ", "R4のページで押した");
            manager.fill("Bの目安", "41");
            manager.press("この目安にする");
            manager.sees("判定の目安を変えました");
            assertThat(manager.page().url()).contains("year=R4");
            assertThat(portal.one(
                            "select string_agg(distinct fiscal_year::text, ' ') from grade_rule where b_from = 0.41"))
                    .isEqualTo("2022");
        }
    }

    /** Two write at once: each keeps what only they changed, and sees both texts where both did. */
    @Test
    void two_writers_lose_nothing() {
        try (Visitor one = Visitor.atDesk(portal);
                Visitor other = Visitor.atDesk(portal)) {
            for (Visitor visitor : java.util.List.of(one, other)) {
                visitor.signIn("staff@demo.example");
                visitor.open("/staff/evaluations/bcp-seminar?year=R5");
            }
            one.fill("事業実施状況", "一人目の文");
            one.fill("課題", "一人目だけの課題");
            one.press("下書きとして保存する");
            one.sees("保存しました");
            other.fill("事業実施状況", "二人目の文");
            other.fill("成果・効果", "二人目だけの効果");
            other.press("下書きとして保存する");
            other.sees("同じ項目に違う内容があります", "一人目の文", "二人目の文");
            assertThat(other.page().inputValue("#problem")).isEqualTo("一人目だけの課題");
            assertThat(other.page().inputValue("#effect")).isEqualTo("二人目だけの効果");
            other.press("下書きとして保存する");
            other.sees("保存しました", "二人目の文", "一人目だけの課題");
            for (Visitor visitor : java.util.List.of(one, other)) {
                visitor.open("/staff/programmes/bcp-seminar?year=R8");
                visitor.page().fill("#basis", "二人で入れる目標");
            }
            one.page().fill("#value", "2");
            one.page().fill("#reason", "一人目の計画書");
            one.page().click("#enter");
            one.sees("入力しました");
            other.page().fill("#value", "3");
            other.page().fill("#reason", "二人目の計画書");
            other.page().click("#enter");
            other.sees("二人が同時に書いた項目", "2（一人目の計画書）", "3（二人目の計画書）");
            other.finds_the_page_sound();
            assertThat(portal.one("select count(*) from target where basis = '二人で入れる目標'"))
                    .isEqualTo("1");
            other.page().click("#enter");
            other.sees("入力しました");
            assertThat(
                            portal.one(
                                    "select string_agg(value || ' ' || reason, ' / ' order by revision) from target where basis = '二人で入れる目標'"))
                    .isEqualTo("2 一人目の計画書 / 3 二人目の計画書");
        }
    }

    /** A contractor reports months of its own programme, and cannot reach another's. */
    @Test
    void a_contractor_reports_its_months_and_the_figure_opens_to_them() {
        // In April last month is of the year before.
        String year = "?year="
                + FiscalYear.of(LocalDate.now(FiscalYear.ZONE).minusMonths(1)).code();
        try (Visitor partner = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            partner.signIn("partner@demo.example");
            partner.open("/monthly" + year);
            partner.finds_the_page_sound();
            partner.fill("就職人数", "三人");
            partner.press("報告する");
            partner.sees("整数を数字だけで入力してください");
            partner.fill("就職人数", "１２");
            partner.press("報告する");
            partner.sees("もとになる書類を200字までで書いてください");
            partner.fill("もとになる書類", "月次報告書");
            // A digit too many is asked about once, and the typed number stays.
            partner.fill("就職人数", "500000");
            partner.press("報告する");
            partner.sees("まだ報告していません");
            partner.fill("就職人数", "１２");
            partner.press("報告する");
            partner.sees("報告しました", "直した回数 1", "市の確認待ち");
            partner.fill("表を貼り付ける", "月\t相談件数\t就職人数\n2099年4月\t3\t1");
            partner.press("表を確かめる");
            partner.sees("2件の数を報告します");
            partner.fill("もとになる書類", "月次報告書");
            partner.press("この内容で報告する");
            partner.sees("まだ来ていない月です");
            assertThat(partner.page()
                            .request()
                            .get(portal.url("/monthly?programme=youth-support-station"))
                            .status())
                    .isEqualTo(404);

            staff.signIn("staff@demo.example");
            // It is counted nowhere before the city has looked at it: until then what was released before stands.
            staff.open("/plan/programmes/job-cafe/measures/placed" + year);
            staff.sees("月の報告（月次報告書（見本））");
            assertThat(staff.text()).doesNotContain("月の報告（月次報告書）");
            staff.open("/staff");
            staff.follow("委託先の月の数");
            staff.sees("委託先から届いた月の数が、市の確認を待っています");
            staff.page().locator(".notice a").first().click();
            staff.finds_the_page_sound();
            staff.picture("monthly-release-1280");
            String release = "button[name=act]:has-text('確かめて数える')";
            String ask = ".sure > summary:has-text('確かめて数える')";
            Page second = staff.page().context().newPage();
            second.navigate(staff.page().url());
            partner.open("/monthly" + year);
            partner.fill("就職人数", "13");
            partner.fill("もとになる書類", "月次報告書");
            partner.press("報告する");
            partner.sees("報告しました");
            second.locator(ask).first().click();
            second.locator(release).first().click();
            PlaywrightAssertions.assertThat(second.locator("main")).containsText("ほかの人");
            second.close();
            staff.page().reload();
            staff.page().locator(ask).first().click();
            staff.page().locator(release).first().click();
            staff.sees("確かめて、実績に数えました");
            staff.open("/staff/programmes/job-cafe/measures/placed" + year);
            staff.sees("月の報告（月次報告書）", "（訂正 2回）", "月の報告（月次報告書（見本））");
            // Taken back is not zero, and until the city has looked at it the number stands.
            partner.open("/monthly" + year);
            partner.page().locator("summary:has-text('報告した数を取り消す')").click();
            partner.page().locator("#takeBack").click();
            partner.sees("取り消す数を選んでください", "取り消す理由を1文字以上");
            partner.page()
                    .locator("#taken")
                    .selectOption(
                            new SelectOption()
                                    .setLabel(
                                            (String)
                                                    partner.page()
                                                            .evaluate(
                                                                    "[...document.querySelectorAll('#taken option')].find(o => o.text.includes('就職人数 13')).text")));
            partner.fill("取り消す理由", "別の事業の数だった");
            partner.finds_the_page_sound();
            partner.page().locator("#takeBack").click();
            partner.sees("報告なしに戻しました", "取り消し・市の確認待ち", "別の事業の数だった");
            staff.page().reload();
            staff.sees("月の報告（月次報告書）");
            staff.open("/monthly?programme=job-cafe&year=" + year.substring("?year=".length()));
            staff.sees("取り消し（報告なしに戻す）", "いま数えている数 13");
            staff.page().locator(ask).first().click();
            staff.page().locator(release).first().click();
            staff.sees("確かめて、実績に数えました");
            staff.open("/staff/programmes/job-cafe/measures/placed" + year);
            staff.sees("月の報告（月次報告書（見本））");
            assertThat(staff.text()).doesNotContain("月の報告（月次報告書）");
            staff.open("/staff/programmes/job-cafe/measures/placed/definition");
            staff.page().locator("#counting").selectOption("MONTHLY_CONSULTATIONS");
            staff.press("影響を見る");
            staff.sees("この定義にしたときの数字", "変わる");
            staff.finds_the_page_sound();
            staff.press("この定義にする");
            staff.sees("理由・出典を入力してください", "変わる");
        }
    }

    /** 資料4: R7 out of R6; what ends is left out, what begins is added, the numbers are given anew. */
    @Test
    void next_years_plan_is_made_of_this_years() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/evaluations/it-talent?year=R6");
            staff.page().locator("#decisions-2-direction").selectOption("ABOLISH");
            staff.page().locator("#decisions-2-detail").fill("見直しのため");
            staff.press("下書きとして保存する");
            staff.sees("保存しました");
            staff.open("/papers/4?year=R6");
            staff.sees("R7の事業は、まだ決まっていません。");
            staff.follow("次の年度の計画を作る");
            staff.finds_the_page_sound();
            staff.press("R7の番号を付ける");
            staff.sees("次の年度の番号を付けました");
            staff.press("事業を加える");
            staff.sees("戦略を選んでください", "推進事業名を100字までで入れてください");
            staff.choose("戦略", "戦略2 イノベーション人財の育成");
            staff.fill("推進事業名", "生成AI活用研修事業");
            staff.fill("評価指標", "受講者数");
            staff.fill("単位", "人");
            staff.press("事業を加える");
            staff.sees("事業を加えました");
            staff.open("/papers/4?year=R6");
            staff.sees("【新規】6 生成AI活用研修事業", "廃止");
            assertThat(portal.one(
                            "select string_agg(code, ' ' order by number) from programme_number n join programme p on p.id = n.programme_id"
                                    + " where n.fiscal_year = 2025 and p.strategy_no = 2"))
                    .isEqualTo("1-2-1 1-2-2 1-2-3 1-2-4 1-2-5 1-2-6");
            assertThat(
                            portal.one(
                                    "select count(*) from programme_number where fiscal_year = 2025 and programme_id = 'it-talent'"))
                    .isEqualTo("0");
            staff.open("/staff/next-year?year=R6");
            staff.sees("番号は付いています");

            // A name and 備考 of next year's plan; this year's paper keeps the old name.
            staff.page().click("summary:has-text('事業を選ぶ')");
            staff.follow("1-2-1 次世代ものづくり人材育成事業");
            staff.fill("この年度からの名称", "生成AI活用研修事業");
            staff.press("名称と備考を保存する");
            staff.sees("この名前の事業は、もうあります");
            staff.page().locator("#newName").fill("次世代ものづくり人財育成事業");
            staff.page().locator("#remark").fill("オンラインの回を加える。");
            staff.finds_the_page_sound();
            staff.press("名称と備考を保存する");
            staff.sees("名称と備考を保存しました");
            staff.open("/papers/4?year=R6");
            staff.sees("1 次世代ものづくり人財育成事業", "オンラインの回を加える。");
            staff.open("/papers/2?year=R6");
            staff.sees("次世代ものづくり人材育成事業");
            staff.open("/papers/4/printed?year=R5");
            staff.sees("印字とくらべる", "ジョブカフェー関連運営事業");
            staff.finds_the_page_sound();
        }
    }

    @Test
    void an_auditor_verifies_the_chain_with_one_command_and_nothing_but_the_files(@TempDir Path folder)
            throws Exception {
        try (Visitor committee = Visitor.atDesk(portal)) {
            committee.signIn("committee@demo.example");
            committee.open("/official");
            committee.sees("連なりは切れていません");
            committee.finds_the_page_sound();
            String last = committee.page().locator(".notice").innerText().replaceAll("(?s).*([0-9a-f]{64}).*", "$1");
            APIResponse zip = committee.page().request().get(portal.url("/official/records.zip"));
            assertThat(zip.status()).isEqualTo(200);
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    Files.write(folder.resolve(entry.getName()), in.readAllBytes());
                }
            }
            // The portal's own page, with the zip as it is; the other steps use the page inside of the export.
            committee.open("/verify");
            committee
                    .page()
                    .locator("#verify-files")
                    .setInputFiles(new FilePayload("official-records.zip", "application/zip", zip.body()));
            committee.fill("最後の記録のハッシュ", last);
            committee.press("確かめる");
            committee.sees("記録は、書きかえられていません", "後ろの記録は消されていません", last);
            committee.finds_the_page_sound();
            Page page = committee.page().context().newPage();
            assertThat(verify(page, folder, last))
                    .startsWith("OK: ")
                    .contains("hash " + last, "signatures hold")
                    .doesNotContain("verify.sh HASH");
            assertThat(verify(page, folder)).startsWith("OK: ").contains("signatures hold", "sh verify.sh HASH");

            Path first = folder.resolve("000001.json");
            String content = Files.readString(first);
            assertThat(content).contains("\"rows\":").doesNotContain("@");
            Files.writeString(first, content.replaceFirst("\"grade\":\"A\"", "\"grade\":\"B\""));
            assertThat(Files.readString(first)).as("something was changed").isNotEqualTo(content);
            assertThat(verify(page, folder, last)).startsWith("BROKEN at 000002.json");
            Files.writeString(first, content);
            assertThat(folder.resolve("differences.csv")).exists();
            assertThat(folder.resolve("exceptions.csv")).exists();
            // the last record has none after it that names its hash; its signature tells
            Path newest = Files.list(folder)
                    .filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
            String untouched = Files.readString(newest);
            Files.writeString(newest, untouched.replaceFirst("\"decidedAt\":\"20", "\"decidedAt\":\"21"));
            assertThat(Files.readString(newest)).as("something was changed").isNotEqualTo(untouched);
            assertThat(verify(page, folder)).startsWith("BROKEN: record ").contains("is not what key");
            Files.writeString(newest, untouched);
            String heads = Files.readString(folder.resolve("heads.txt"));
            assertThat(heads).matches("(?s)([0-9-]{10} \\d+ [0-9a-f]{64} [0-9a-f]{16} \\S+\n)+");
            Files.writeString(folder.resolve("heads.txt"), heads.replaceFirst("^\\d{4}", "1999"));
            assertThat(verify(page, folder)).startsWith("BROKEN: the end of 1999");
            Files.writeString(folder.resolve("heads.txt"), heads);
            assertThat(verify(page, folder)).startsWith("OK");
            long records = Files.list(folder)
                    .filter(each -> each.toString().endsWith(".json"))
                    .count();
            Files.delete(folder.resolve(String.format("%06d.json", records)));
            assertThat(verify(page, folder, last))
                    .as("the last record taken away")
                    .startsWith("BROKEN: the last record");
            for (Path record : Files.list(folder)
                    .filter(each -> each.toString().endsWith(".json"))
                    .toList()) {
                Files.delete(record);
            }
            assertThat(verify(page, folder, last)).as("everything taken away").startsWith("BROKEN");
        }
    }

    /** Asks the command and the page of the export, which have to agree. */
    private static String verify(Page page, Path folder, String... last) throws Exception {
        page.navigate(folder.resolve("verify.html").toUri().toString());
        try (Stream<Path> files = Files.list(folder)) {
            page.locator("#verify-files").setInputFiles(files.toArray(Path[]::new));
        }
        page.locator("#verify-head").fill(String.join("", last));
        page.locator("button").click();
        Locator verdict = page.locator("#verify-verdict");
        PlaywrightAssertions.assertThat(verdict).hasText(Pattern.compile("記録は、書きかえられ.*"));
        String said = verify(folder, last);
        assertThat(verdict.getAttribute("class"))
                .as(said + " / " + page.locator("main").innerText())
                .isEqualTo(said.startsWith("OK") ? "notice success" : "notice warn");
        return said;
    }

    private static String verify(Path folder, String... last) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("verify.sh").toString()));
        command.addAll(List.of(last));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said =
                new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(said.startsWith("OK") ? 0 : 1);
        return said;
    }
}
