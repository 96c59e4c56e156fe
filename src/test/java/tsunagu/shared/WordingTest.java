package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Wording.Subject;
import tsunagu.testing.OwnTime;

/**
 * The patterns against sentences as companies write them (src/test/resources/wording): {@code must-catch} are unlawful or have to be asked
 * about, {@code must-not} come close and are lawful. Somebody wrote them from the laws' guidelines without knowing the patterns.
 */
class WordingTest {

    private static final Set<Subject> ALL = EnumSet.allOf(Subject.class);

    private record Line(String subject, String sentence, String source) {}

    @Test
    void unlawful_sentences_are_caught() throws IOException {
        List<Line> lines = lines("must-catch");
        List<Line> missed = lines.stream()
                .filter(each -> Wording.found(each.sentence(), ALL).isEmpty())
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(400);
        print("caught", lines, missed);
        assertThat(share(lines, missed)).as("recall; missed %s", missed).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void lawful_sentences_are_left_alone() throws IOException {
        // An age with its lawful reason belongs into the fields for it; written into the text, the form asks for them.
        List<Line> lines = lines("must-not").stream()
                .filter(each -> !each.source().contains("(例外)"))
                .toList();
        List<Line> wrong = lines.stream()
                .filter(each -> !Wording.found(each.sentence(), ALL).isEmpty())
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(360);
        print("left alone", lines, wrong);
        assertThat(share(lines, wrong)).as("left alone; wrong %s", wrong).isGreaterThanOrEqualTo(0.985);
    }

    /** What was found by people who tried the form. */
    @Test
    void what_was_met_is_caught_whole() {
        for (String each : List.of(
                "明るい女性の方をお待ちしています",
                "若い女性の方、大歓迎",
                "男性向きの仕事です",
                "独身の方",
                "20代の方を募集します",
                "４０才位まで",
                "外国籍の方はご遠慮ください",
                "外国籍不可",
                "月給20万円（固定残業代含む）")) {
            assertThat(Wording.found(each, ALL)).as(each).isNotEmpty();
        }
        assertThat(Wording.found("固定残業代を含みません", ALL)).isEmpty();
        // All of them at once, not the first only.
        assertThat(Wording.found("営業マン募集。男性向きです。外国籍不可。本籍と、両親の職業を書いてください", ALL).stream()
                        .flatMap(hit -> hit.hits().stream())
                        .collect(Collectors.joining(" ")))
                .contains("営業マン", "男性向き", "外国籍不可", "本籍", "両親の職業");
    }

    /** Somebody may paste anything: no text takes long. */
    @Test
    void no_text_takes_long() {
        for (String each : List.of("女性", "20代の方", "家族の", "(女)", "1", "健康診断を", "固定残業代", "インターンシップ1日", "といった条件は", "体重")) {
            String prose = each.repeat(4_000 / each.length());
            // One to three seconds on a busy machine; a pattern that goes back and forth needs minutes.
            assertThat(OwnTime.of(() -> Wording.found(prose, ALL))).as(each).isLessThan(10_000);
        }
    }

    private static double share(List<Line> lines, List<Line> wrong) {
        return 1 - (double) wrong.size() / lines.size();
    }

    private static void print(String what, List<Line> lines, List<Line> wrong) {
        TreeMap<String, Long> all =
                lines.stream().collect(Collectors.groupingBy(Line::subject, TreeMap::new, Collectors.counting()));
        TreeMap<String, Long> not =
                wrong.stream().collect(Collectors.groupingBy(Line::subject, TreeMap::new, Collectors.counting()));
        System.out.println(
                what + " " + (lines.size() - wrong.size()) + " of " + lines.size() + " " + all + " without " + not);
    }

    private static List<Line> lines(String file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = WordingTest.class.getResourceAsStream("/wording/" + file + ".tsv")) {
            String[] all = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            for (String line : List.of(all).subList(1, all.length)) {
                String[] part = line.split("\t");
                lines.add(new Line(part[0], part[2], part[3]));
            }
        }
        return lines;
    }
}
