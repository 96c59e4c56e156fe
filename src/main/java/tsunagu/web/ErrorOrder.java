package tsunagu.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The summary of what is wrong stands above the fields and is written before them; whoever reads it goes down the page in its order.
 * Where the fields stand is known when the page is whole.
 */
final class ErrorOrder {

    private static final Pattern SUMMARY =
            Pattern.compile("<section class=\"error-summary\".*?</section>", Pattern.DOTALL);

    private static final Pattern LINE = Pattern.compile("<li><a href=\"#([^\"]+)\">.*?</a></li>", Pattern.DOTALL);

    private ErrorOrder() {}

    /** @return the page with the lines of its summary in the order of what they lead to; what leads nowhere stands last */
    static String of(String page) {
        Matcher summary = SUMMARY.matcher(page);
        if (!summary.find()) {
            return page;
        }
        String section = summary.group();
        List<Line> lines = new ArrayList<>();
        Matcher found = LINE.matcher(section);
        while (found.find()) {
            int place = page.indexOf(" id=\"" + found.group(1) + "\"", summary.end());
            lines.add(new Line(found.group(), place < 0 ? Integer.MAX_VALUE : place));
        }
        if (lines.size() < 2) {
            return page;
        }
        lines.sort(Comparator.comparingInt(Line::place));
        StringBuilder sorted = new StringBuilder(page.length()).append(page, 0, summary.start());
        int next = 0;
        int copied = 0;
        for (Matcher each = LINE.matcher(section); each.find(); copied = each.end()) {
            sorted.append(section, copied, each.start())
                    .append(lines.get(next++).html());
        }
        return sorted.append(section, copied, section.length())
                .append(page, summary.end(), page.length())
                .toString();
    }

    private record Line(String html, int place) {}
}
