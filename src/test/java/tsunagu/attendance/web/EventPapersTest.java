package tsunagu.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.DoorInboxService.PaperList;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventType;
import tsunagu.event.EventView;
import tsunagu.event.Exhibit;
import tsunagu.event.Exhibiting;
import tsunagu.event.SessionTimes;
import tsunagu.event.SessionView;
import tsunagu.print.PdfPrinter;
import tsunagu.print.PrintFonts;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.Roster;
import tsunagu.shared.CityContact;
import tsunagu.testing.Chromium;

/** Poster, badges and the list on paper are read back as their readers would: what has to be on them is, on as many sheets as it should be. */
class EventPapersTest {

    private static final String TITLE = "<架空> 一関・平泉 合同企業説明会 & 仕事相談会";

    /** A folder to look at what is made; nothing is kept without it. */
    private static final String KEEP = System.getProperty("papers");

    private final PdfPrinter printer = new PdfPrinter(new PrintFonts());

    @BeforeAll
    static void the_fonts_are_there() {
        Chromium.require();
    }

    @Test
    void a_poster_is_one_sheet_with_what_whoever_reads_it_needs() throws IOException {
        PosterDocument.Content content = content(TITLE, 2, "働く人の話を聞けます。\n予約はいりません。", exhibitors(4), picture());
        String text = poster(content, PosterDocument.Paper.A4, PDRectangle.A4, "poster-a4");
        assertThat(text.replaceAll("\\s", "")).contains(TITLE.replaceAll("\\s", ""));
        assertThat(text)
                .contains("合同企業説明会", "参加費", "500円", "資料代として", "主催：一関市", "見本商政課", "0191-00-0001")
                .contains("2026年（令和8年）10月3日（土） 10:00〜16:00", "一関文化センター", "働く人の話を聞けます。")
                .contains("出展する企業（4社）", "株式会社見本 1", "https://example.jp/events/fair");
        assertThat(poster(content, PosterDocument.Paper.A3, PDRectangle.A3, "poster-a3"))
                .as("the same on the larger sheet")
                .isEqualTo(text);
    }

    @Test
    void a_poster_with_a_great_deal_is_one_sheet_too() throws IOException {
        String long200 = "長い題名の催し物で𠮷野髙橋﨑".repeat(14).substring(0, 200);
        String text = poster(
                content(long200, 12, "くわしい説明です。".repeat(400), exhibitors(64), picture()),
                PosterDocument.Paper.A4,
                PDRectangle.A4,
                "poster-full");
        assertThat(text.replaceAll("\\s", ""))
                .contains(long200.replaceAll("\\s", ""))
                .contains("ほか6日程", "出展する企業（64社）", "株式会社見本60", "ほか4社", "0191-00-0001", "参加費")
                .doesNotContain("株式会社見本61");
        assertThat(poster(
                        content("短い題", 1, "", List.of(), null),
                        PosterDocument.Paper.A4,
                        PDRectangle.A4,
                        "poster-little"))
                .contains("短い題")
                .doesNotContain("出展する企業");
    }

    /** Two hundred, in twenty sheets; each with event and day; long names whole; codes as lines and not as pictures of them. */
    @Test
    void badges_are_ten_to_a_sheet_and_say_the_day() throws IOException {
        String longest = "鷲".repeat(70) + "𠮷".repeat(30);
        List<Roster.Row> rows = IntStream.range(0, 190)
                .mapToObj(i -> row(
                        i,
                        i == 0 ? longest : "参加 " + i + "子",
                        i == 1 ? new Companions(Map.of(AttendanceRole.PUPIL, 10)) : Companions.NONE,
                        i == 1 ? List.of("児童 一", "児童 二") : List.of(),
                        i == 5 ? "CANCELLED" : "CONFIRMED"))
                .toList();
        List<BadgeDocument.Badge> badges = BadgeDocument.people(rows, id -> "ticket-of-" + id + "-0123456789");
        assertThat(badges).hasSize(199);
        byte[] pdf = BadgeDocument.of(session(1, TITLE, 1), badges, printer);
        keep(pdf, "badges");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(20);
            String first = page(document, 1);
            assertThat(first.replaceAll("\\s", "")).contains(longest);
            assertThat(first).contains("児童 二", "小学生", "10月3日（土）");
            assertThat(first.split("10月3日", -1)).as("the day on each").hasSize(11);
            assertThat(page(document, 20)).contains("参加 189子").doesNotContain("参加 5子");
        }
    }

    @Test
    void exhibitors_have_a_badge_for_each_who_stands_there_and_others_one_to_write_on() throws IOException {
        List<BadgeDocument.Badge> badges = BadgeDocument.exhibitors(List.of(
                new Exhibiting("株式会社見本", new Exhibit("A-1", "佐藤 一、髙橋 二"), true),
                new Exhibiting("見本商工会", new Exhibit("", ""), false)));
        assertThat(badges).extracting(BadgeDocument.Badge::name).containsExactly("佐藤 一", "髙橋 二", "");
        byte[] pdf = BadgeDocument.of(session(1, TITLE, 1), badges, printer);
        keep(pdf, "badges-exhibitors");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(page(document, 1)).contains("A-1 株式会社見本", "髙橋 二", "見本商工会", "出展企業");
        }
        byte[] blank = BadgeDocument.of(session(1, TITLE, 1), BadgeDocument.sheet(""), printer);
        keep(blank, "badges-blank");
        try (PDDocument document = Loader.loadPDF(blank)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(page(document, 1).split("10月3日", -1)).hasSize(11);
        }
    }

    /** A name in two parts is one person's; a firm whose name is long leaves room for it. */
    @Test
    void the_name_of_an_exhibitor_stays_whole_on_the_badge() throws IOException {
        String firm = "見本の非常に長い名前の法人".repeat(16).substring(0, 200);
        List<BadgeDocument.Badge> badges =
                BadgeDocument.exhibitors(List.of(new Exhibiting(firm, new Exhibit("A-1", "マイケル・スミス、ジョン・スミス"), true)));
        assertThat(badges).extracting(BadgeDocument.Badge::name).containsExactly("マイケル・スミス", "ジョン・スミス");
        byte[] pdf = BadgeDocument.of(session(1, TITLE, 1), badges, printer);
        keep(pdf, "badges-long-firm");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripperByArea badge = new PDFTextStripperByArea();
            double millimetre = 72 / 25.4;
            badge.addRegion(
                    "first",
                    new Rectangle2D.Double(14 * millimetre, 11 * millimetre, 90 * millimetre, 50 * millimetre));
            badge.extractRegions(document.getPage(0));
            assertThat(badge.getTextForRegion("first")).contains("マイケル・スミス", "A-1 見本の", "…", "出展企業");
        }
    }

    @Test
    void the_list_on_paper_has_numbers_pages_and_room_to_sign() throws IOException {
        List<Roster.Row> rows = IntStream.range(0, 120)
                .mapToObj(i -> row(
                        i,
                        i == 3 ? "𠮷﨑 髙子" : "名簿 " + i,
                        i == 4 ? new Companions(Map.of(AttendanceRole.PUPIL, 2)) : Companions.NONE,
                        i == 4 ? List.of("児童 一", "児童 二") : List.of(),
                        i == 7 ? "WAITING" : "CONFIRMED"))
                .toList();
        byte[] pdf = PaperListDocument.of(new PaperList(session(1, TITLE, 1), rows), printer);
        keep(pdf, "paper");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(page(document, 1)).contains("𠮷﨑 髙子", "備考・署名", "1 / " + pages, "児童 一", "キャンセル待ち", "10:00〜16:00");
            assertThat(page(document, 2)).as("the heads again").contains("受付番号", "2 / " + pages);
            assertThat(page(document, pages)).contains("120", "128", pages + " / " + pages);
        }
    }

    private String poster(PosterDocument.Content content, PosterDocument.Paper paper, PDRectangle size, String name)
            throws IOException {
        byte[] pdf = PosterDocument.of(content, paper, printer);
        keep(pdf, name);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isCloseTo(size.getWidth(), org.assertj.core.data.Offset.offset(1f));
            return page(document, 1);
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(number);
        reader.setEndPage(number);
        return reader.getText(document);
    }

    private static void keep(byte[] pdf, String name) throws IOException {
        if (KEEP != null) {
            Files.write(Path.of(KEEP, name + ".pdf"), pdf);
        }
    }

    private static PosterDocument.Content content(
            String title, int days, String description, List<Exhibiting> exhibitors, BufferedImage picture) {
        EventView event = new EventView(
                "fair",
                title,
                EventType.JOINT_BRIEFING,
                "",
                description,
                new EventDraft.Visit(null, "一ノ関駅から歩いて10分。駐車場があります。", "筆記用具", 500, "資料代として。学生は無料"),
                false,
                null,
                null,
                "",
                IntStream.rangeClosed(1, days)
                        .mapToObj(i -> session(i, title, i))
                        .toList());
        return new PosterDocument.Content(
                event,
                exhibitors,
                picture,
                "https://example.jp/events/fair",
                new CityContact("見本商政課", "0191-00-0001", "平日 8:30〜17:15", ""));
    }

    private static List<Exhibiting> exhibitors(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> new Exhibiting("株式会社見本 " + i, Exhibit.at("A-" + i), i % 2 == 0))
                .toList();
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(0x88, 0xaa, 0x66));
        graphics.fillRect(0, 0, 1600, 900);
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(600, 200, 400, 400);
        graphics.dispose();
        return picture;
    }

    private static Roster.Row row(int i, String name, Companions with, List<String> names, String state) {
        return new Roster.Row(
                i,
                String.format("1234-%04d", i),
                null,
                name,
                "サンカ " + i,
                "",
                AttendanceRole.GENERAL,
                with,
                ClassVisit.NONE,
                names,
                state,
                0,
                Instant.EPOCH,
                null,
                null,
                null,
                List.of(),
                null,
                0,
                0);
    }

    private static SessionView session(int number, String title, int day) {
        return new SessionView(
                number,
                number,
                "第" + number + "日",
                SessionTimes.exact(LocalDate.of(2026, 10, 2).plusDays(day), LocalTime.of(10, 0), LocalTime.of(16, 0)),
                "一関文化センター",
                false,
                null,
                0,
                null,
                null,
                null,
                List.of(AttendanceRole.GENERAL, AttendanceRole.JOB_SEEKER),
                "fair",
                title,
                EventType.JOINT_BRIEFING,
                0,
                null,
                null,
                "",
                false,
                "",
                List.of());
    }
}
