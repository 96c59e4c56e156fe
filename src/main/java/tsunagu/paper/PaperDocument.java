package tsunagu.paper;

import static tsunagu.shared.Html.escaped;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.plan.Indicator;
import tsunagu.plan.web.TrendChart;
import tsunagu.print.Drawing;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.Words;

/** A paper as XHTML for {@link PdfPrinter}: A3 landscape, headings repeated on each sheet. */
final class PaperDocument {

    private static final Color BAR = new Color(0xC5D7FB);
    private static final Color EDGE = new Color(0x264AF4);
    private static final Color ACTUAL = new Color(0xAC3E00);
    private static final Color QUIET = new Color(0x626264);
    private static final float TEXT = 6;
    private static final double DOT = 5;
    private static final double AXIS = 28;
    private static final double CEILING = 8;
    private static final double BASELINE = 68;
    private static final double LABELS = 79;

    private static final FontRenderContext LINES = new FontRenderContext(null, true, true);

    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final StringBuilder html = new StringBuilder();

    static byte[] of(Paper paper, PdfPrinter printer) {
        PaperDocument document = new PaperDocument();
        return printer.print(document.page(paper), document.drawings);
    }

    private String page(Paper paper) {
        List<List<Paper.Section>> sheets = paper.sheets();
        for (int i = 0; i < sheets.size(); i++) {
            html.append(i == 0 ? "<div>" : "<div class=\"next\">");
            head(paper);
            if (paper.charted()) {
                beside(sheets.get(i), paper);
            } else {
                sheets.get(i).forEach(each -> section(each, paper));
            }
            html.append("</div>");
        }
        paper.notes()
                .forEach(each ->
                        html.append("<p class=\"note\">").append(escaped(each)).append("</p>"));
        try (var in = PaperDocument.class.getResourceAsStream("/print/paper.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{title}", escaped(paper.number() + " " + paper.title()))
                    .replace("{seal}", paper.seal().replaceAll("[\"\\\\<>]", ""))
                    .replace("{body}", html);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On every sheet, as in the print: who holds one in hand knows what it is of. */
    private void head(Paper paper) {
        html.append("<h1><span class=\"paper\">")
                .append(escaped(paper.number()))
                .append("</span> ")
                .append(escaped(paper.title()))
                .append("</h1>");
        html.append("<p class=\"standing\">").append(escaped(paper.standing())).append("</p>");
    }

    /** What is aimed at on the left, what was done for it on the right. */
    private void beside(List<Paper.Section> sheet, Paper paper) {
        policy(sheet.get(0));
        html.append("<div class=\"aims\">");
        legend();
        sheet.stream().filter(each -> !each.charts().isEmpty()).forEach(each -> table(each, paper));
        html.append("</div><div class=\"deeds\">");
        sheet.stream()
                .filter(each -> each.charts().isEmpty() && !each.rows().isEmpty())
                .forEach(each -> table(each, paper));
        html.append("</div><div class=\"end\"></div>");
    }

    /** Of all charts of the sheet. */
    private void legend() {
        html.append("<p class=\"legend\"><span class=\"bar\">■</span> ")
                .append(escaped(Words.japanese("plan.indicator.pathColumn")))
                .append("　<span class=\"dot\">●</span> ")
                .append(escaped(Words.japanese("plan.col.actual")))
                .append("</p>");
    }

    private void section(Paper.Section section, Paper paper) {
        policy(section);
        table(section, paper);
    }

    private void policy(Paper.Section section) {
        if (!section.policy().isEmpty()) {
            html.append("<h2>").append(escaped(section.policy())).append("</h2>");
        }
    }

    private void table(Paper.Section section, Paper paper) {
        html.append("<h3>").append(escaped(section.strategy())).append("</h3><table><thead><tr>");
        section.columns().forEach(each -> html.append("<th style=\"width:")
                .append(each.width())
                .append("%\">")
                .append(escaped(each.heading()))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<PaperCell> row : section.rows()) {
            html.append("<tr>");
            row.stream().filter(each -> each.rows() > 0).forEach(this::cell);
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        List<Indicator> charts = new ArrayList<>(section.charts());
        if (!charts.isEmpty()) {
            html.append("<div class=\"charts\">");
            for (Indicator each : charts) {
                String name = "chart" + drawings.size();
                drawings.put(
                        name,
                        (graphics, width, height) -> draw(graphics, TrendChart.of(each, paper.year()), width, height));
                html.append("<div class=\"chart\"><p>")
                        .append(escaped(each.name() + " (" + each.unit() + ")"))
                        .append("</p>")
                        .append("<object type=\"")
                        .append(PdfPrinter.DRAWING)
                        .append("\" id=\"")
                        .append(name)
                        .append("\" alt=\"")
                        .append(escaped(each.name()))
                        .append("\" title=\"")
                        .append(escaped(each.name()))
                        .append("\" style=\"width:76mm;height:24mm\"></object>")
                        .append("</div>");
            }
            html.append("</div>");
        }
    }

    private void cell(PaperCell cell) {
        html.append(cell.rows() > 1 ? "<td rowspan=\"" + cell.rows() + "\"" : "<td");
        html.append(cell.grade() ? " class=\"grade\">" : cell.right() ? " class=\"number\">" : ">");
        html.append(escaped(cell.shown()).replace("\n", "<br/>")).append("</td>");
    }

    /** The chart on screen, 200 by 84, with an axis to its left and its numbers: on paper nothing opens. */
    private static void draw(Graphics2D graphics, TrendChart chart, double width, double height) {
        Graphics2D g = (Graphics2D) graphics.create();
        double scale = Math.min(width / (AXIS + 200), height / 84);
        g.scale(scale, scale);
        g.setFont(g.getFont().deriveFont(TEXT));
        axis(g, chart);
        g.translate(AXIS, 0);
        g.setStroke(new BasicStroke(0.8f));
        for (TrendChart.Column each : chart.columns()) {
            if (each.barHeight() > 0) {
                Rectangle2D bar = new Rectangle2D.Double(each.left(), each.barY(), each.width(), each.barHeight());
                g.setColor(BAR);
                g.fill(bar);
                g.setColor(EDGE);
                g.draw(bar);
            }
        }
        g.setColor(QUIET);
        g.draw(new Line2D.Double(8, BASELINE, 192, BASELINE));
        for (TrendChart.Column each : chart.columns()) {
            g.setColor(QUIET);
            String code = each.year().code();
            centred(g, code, each.centre(), LABELS);
            if (each.target() != null) {
                g.setColor(EDGE);
                centred(g, PaperCell.plain(each.target()), each.centre(), BASELINE - 2);
            }
            g.setColor(ACTUAL);
            g.setStroke(new BasicStroke(1.5f));
            if (each.previousX() != null) {
                g.draw(new Line2D.Double(each.previousX(), each.previousY(), each.centre(), each.dotY()));
            }
            if (each.dotY() != null) {
                g.fill(new Ellipse2D.Double(each.centre() - DOT / 2, each.dotY() - DOT / 2, DOT, DOT));
                centred(g, PaperCell.plain(each.actual()), each.centre(), each.dotY() - DOT);
            }
        }
        g.dispose();
    }

    /** From zero to the highest number, left of the bars. */
    private static void axis(Graphics2D g, TrendChart chart) {
        g.setColor(QUIET);
        g.draw(new Line2D.Double(AXIS, CEILING, AXIS, BASELINE));
        List<String> ends = chart.highest() == null ? List.of("0") : List.of("0", PaperCell.plain(chart.highest()));
        for (int i = 0; i < ends.size(); i++) {
            double y = i == 0 ? BASELINE : CEILING;
            g.draw(new Line2D.Double(AXIS - 2, y, AXIS, y));
            written(g, ends.get(i), AXIS - 3 - width(g, ends.get(i)), y + TEXT / 3);
        }
    }

    private static void centred(Graphics2D g, String text, double x, double y) {
        written(g, text, x - width(g, text) / 2, y);
    }

    private static double width(Graphics2D g, String text) {
        return g.getFont().getStringBounds(text, LINES).getWidth();
    }

    /** As outlines: a chart then needs no font in the file; its numbers stand as text in the table. */
    private static void written(Graphics2D g, String text, double x, double y) {
        g.fill(g.getFont().createGlyphVector(LINES, text).getOutline((float) x, (float) y));
    }
}
