package tsunagu.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.shared.DomainException;
import tsunagu.testing.Chromium;

/** A name in a PDF is the name: in every script people of the city write theirs in. */
class PdfPrinterTest {

    private static final PrintFonts FONTS = new PrintFonts();

    private final PdfPrinter printer = new PdfPrinter(FONTS);

    @BeforeAll
    static void the_fonts_are_there() {
        Chromium.require();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "承認 一子",
                "髙橋﨑",
                "𠮷野",
                "𩸽 花子",
                "𡈽屋",
                "Nguyễn Thị Ánh",
                "김철수",
                "刘诗语 杨",
                "Наталія Ґудзь",
                "Ελένη",
                "Łukasz Żółć",
                "สมชาย",
                "გიორგი",
                "Արամ",
                "①㈱〜～Ⅳ№℡",
                "葛飾北斎 辻邉邊",
                "福神",
                "𪚥𫝆",
                "一田日山水火",
                "😀☕"
            })
    void the_text_of_the_file_is_what_was_written(String name) throws IOException {
        byte[] pdf = printer.print(page("<p>" + name + "</p><p><b>" + name + "</b></p>"));
        assertThat(text(pdf).strip().lines()).containsExactly(name, name);
        assertThat(printer.print(page("<p>" + name + "</p><p><b>" + name + "</b></p>")))
                .as("the same page, the same file")
                .isEqualTo(pdf);
        everything_is_embedded(pdf);
    }

    @ParameterizedTest
    @CsvSource({
        // decomposed, as a Mac's file names and some keyboards give them
        "Nguye\u0302\u0303n,Nguyễn",
        "か\u3099き,がき",
        "\u1100\u1161\u11a8,각",
        "辻\udb40\udd00本,辻本",
        "渡邉\udb40\udd02,渡邉",
        "葛\ufe00城,葛城",
        "☕\ufe0f,☕",
        "山\u00ad田,山田",
        "田\u200d中,田中",
        "高\u2003橋,高 橋"
    })
    void signs_without_a_picture_are_not_drawn_and_marks_belong_to_their_letter(String written, String shown)
            throws IOException {
        assertThat(text(printer.print(page("<p>" + written + "</p>"))).strip()).isEqualTo(shown);
    }

    @Test
    void a_mark_no_letter_has_ready_made_stays_behind_its_letter() throws IOException {
        assertThat(text(printer.print(page("<p>W\u0303x\u0323</p>"))).strip()).isEqualTo("W\u0303x\u0323");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud808\udc00", "\ue001", "محمد", "देव"})
    void a_letter_no_font_has_is_named_and_nothing_is_printed(String name) {
        assertThatThrownBy(() -> printer.print(page("<p>山田" + name + "</p>")))
                .isInstanceOfSatisfying(DomainException.class, each -> {
                    assertThat(each.key()).isEqualTo("web.error.noLetter");
                    assertThat(each.arguments().get(0).toString())
                            .contains(String.format(
                                    "%s (U+%04X)", Character.toString(name.codePointAt(0)), name.codePointAt(0)))
                            .doesNotContain("山");
                });
    }

    @Test
    void a_drawing_brings_no_font_that_is_not_embedded_and_the_file_is_tagged() throws IOException {
        byte[] pdf = printer.print(
                page("<p>図</p><object type=\"" + PdfPrinter.DRAWING
                        + "\" id=\"c\" alt=\"図\" title=\"図\" style=\"width:80mm;height:30mm\"></object>"),
                Map.of(
                        "c",
                        (Graphics2D graphics, double width, double height) -> graphics.fill(graphics.getFont()
                                .createGlyphVector(new FontRenderContext(null, true, true), "R5 12")
                                .getOutline(10, 10))));
        everything_is_embedded(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
        }
    }

    /** Whatever a font is asked for comes out of the file as the same letter: no radical stands in for a kanji (一 as ⼀). */
    @Test
    void every_kanji_of_daily_use_can_be_searched() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int letter = 0x4e00; letter <= 0x9fa5; letter++) {
            all.appendCodePoint(letter);
        }
        String found = text(printer.print(page("<p>" + all + "</p>"))).replaceAll("\\s", "");
        assertThat(found).isEqualTo(all.toString());
    }

    private static String page(String body) {
        return "<html lang=\"ja\"><head><title>題</title><style>body { font-family: '" + PdfPrinter.FAMILY
                + "' }</style></head><body>" + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static void everything_is_embedded(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(page.getResources().getFont(name).getName())
                            .isTrue();
                }
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name)
                                    instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form
                            && form.getResources() != null) {
                        assertThat(form.getResources().getFontNames()).isEmpty();
                    }
                }
            }
        }
    }
}
