package tsunagu.finding.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words with their reading, as Aozora Bunko writes them: a bar, the word, the reading in double angle brackets. */
@Named
@ApplicationScoped
public class PlainWords {

    private static final Pattern WORD = Pattern.compile("\uff5c([^\uff5c\u300a\u300b]+)\u300a([^\u300b]*)\u300b");

    /** @param reading null where none is needed */
    public record Part(String text, String reading) {}

    public List<Part> parts(String marked) {
        List<Part> parts = new ArrayList<>();
        Matcher word = WORD.matcher(marked);
        int at = 0;
        while (word.find()) {
            if (word.start() > at) {
                parts.add(new Part(marked.substring(at, word.start()), null));
            }
            parts.add(new Part(word.group(1), word.group(2)));
            at = word.end();
        }
        if (at < marked.length()) {
            parts.add(new Part(marked.substring(at), null));
        }
        return parts;
    }
}
