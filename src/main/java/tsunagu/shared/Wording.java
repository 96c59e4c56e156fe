package tsunagu.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways of writing that a public offer of work must not have, or that the city asks about: found by patterns with the words around them.
 * A machine that reads patterns overlooks some and suspects some; how many, on a set of sentences written by somebody who did not know
 * the patterns, is in docs/wording.md. Therefore nothing is ever called free of faults, and staff read what is published.
 *
 * <p>reference/rules/harmless.csv is read first: what it names is taken out of the sentence ("the statistics of women who work here", "the
 * age of a piece of wood"), so that a harmless phrase does not excuse the unlawful one beside it. In what is left,
 * reference/rules/wording.csv is looked for.
 */
public final class Wording {

    /** What a way of writing is about, with its source. */
    public enum Subject {
        /** 男女雇用機会均等法5条 */
        SEX,
        /** 男女雇用機会均等法7条: body and moving, without a reason in the work */
        BODY,
        /** 男女雇用機会均等法5条・9条, 公正な採用選考: marriage, pregnancy, children */
        MARRIAGE,
        /** 労働施策総合推進法9条 */
        AGE,
        /** 公正な採用選考: nationality */
        NATIONALITY,
        /** 公正な採用選考, 職業安定法5条の5: origin, family, belief, inquiries */
        BACKGROUND,
        /** 公正な採用選考, 障害者雇用促進法34条: health and disability */
        DISABILITY_HEALTH,
        /** 労働基準法16条・24条: fines, deposits, costs laid on workers */
        LICENCE_FEE,
        /** 職業安定法5条の4: promises that contradict themselves or cannot be true */
        MISLEADING,
        /** 職業安定法の指針: overtime hidden in pay */
        FIXED_OVERTIME,
        /** 三省合意: shorter than five days and called an internship */
        INTERNSHIP
    }

    /**
     * What was found of one kind.
     *
     * @param sentence last part of the key of the words that say how to mend it
     * @param blocks false where it has to be looked at and may be meant
     * @param hits as they stand there, in their order, each once
     * @param instead what to write instead, "" for nothing in particular
     */
    public record Hit(Subject subject, String sentence, boolean blocks, List<String> hits, String instead) {}

    private record Rule(Subject subject, String sentence, boolean blocks, Pattern pattern, String instead) {}

    private static final List<Rule> RULES = ReferenceTable.read("/reference/rules/wording.csv").stream()
            .map(row -> new Rule(
                    Subject.valueOf(row.text("group")),
                    row.text("sentence"),
                    row.text("severity").equals("BLOCK"),
                    Pattern.compile(row.text("pattern")),
                    row.textOrEmpty("instead")))
            .toList();

    private static final Map<Subject, List<Pattern>> HARMLESS = harmless();

    /** Digits for the tens and ones of an age that is written out. */
    private static final String NUMERALS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";

    private static final Pattern WRITTEN_AGE =
            Pattern.compile("([" + NUMERALS + "]?)\u5341([" + NUMERALS + "]?)(?=[\u6b73\u4ee3])");
    private static final Pattern SPACE = Pattern.compile("(?<=[^\\x00-\\x7f])\\s+|\\s+(?=[^\\x00-\\x7f])");
    private static final Pattern END = Pattern.compile("[\u3002!?\\n]");
    private static final int PART = 160;

    /** Longer than what one pattern spans. */
    private static final int OVERLAP = 50;

    private static final char TAKEN_OUT = '\u25a1';

    private Wording() {}

    private static Map<Subject, List<Pattern>> harmless() {
        Map<Subject, List<Pattern>> all = new EnumMap<>(Subject.class);
        for (ReferenceTable.Row row : ReferenceTable.read("/reference/rules/harmless.csv")) {
            all.computeIfAbsent(Subject.valueOf(row.text("group")), key -> new ArrayList<>())
                    .add(Pattern.compile(row.text("pattern")));
        }
        return all;
    }

    /**
     * @param written prose of any length, as typed
     * @param subjects to look for
     * @return one entry for each kind of fault, with everything that was found of it
     */
    public static List<Hit> found(String written, Set<Subject> subjects) {
        Map<String, Hit> found = new LinkedHashMap<>();
        for (String sentence : sentences(folded(written))) {
            for (Subject subject : subjects) {
                String left = withoutHarmless(sentence, subject);
                for (Rule rule : RULES) {
                    if (rule.subject() == subject) {
                        look(left, rule, found);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Sentences; a longer one in parts that overlap, because patterns take longer than linear time. */
    private static List<String> sentences(String text) {
        List<String> all = new ArrayList<>();
        for (String sentence : END.split(text)) {
            for (int from = 0; from == 0 || from + OVERLAP < sentence.length(); from += PART - OVERLAP) {
                all.add(sentence.substring(from, Math.min(sentence.length(), from + PART)));
            }
        }
        return all;
    }

    private static void look(String sentence, Rule rule, Map<String, Hit> found) {
        Set<String> hits = new LinkedHashSet<>();
        Matcher matcher = rule.pattern().matcher(sentence);
        while (matcher.find()) {
            hits.add(matcher.group().replace(String.valueOf(TAKEN_OUT), "").strip());
        }
        if (hits.isEmpty()) {
            return;
        }
        String kind = rule.subject() + " " + rule.sentence() + " " + rule.instead();
        Hit before = found.get(kind);
        if (before != null) {
            hits.addAll(before.hits());
        }
        found.put(
                kind,
                new Hit(
                        rule.subject(),
                        rule.sentence(),
                        rule.blocks() || before != null && before.blocks(),
                        List.copyOf(hits),
                        rule.instead()));
    }

    private static String withoutHarmless(String sentence, Subject subject) {
        String left = sentence;
        for (Pattern pattern : HARMLESS.getOrDefault(subject, List.of())) {
            left = pattern.matcher(left).replaceAll(match -> String.valueOf(TAKEN_OUT)
                    .repeat(match.group().length()));
        }
        return left;
    }

    /** One way of writing: widths, waves, the two characters for "years old", spaces inside words, ages written out. */
    static String folded(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\u301c\uff5e\u223c\u3030]", "~")
                .replace('\u624d', '\u6b73');
        text = SPACE.matcher(text).replaceAll(match -> match.group().contains("\n") ? "\n" : "");
        return WRITTEN_AGE
                .matcher(text)
                .replaceAll(match ->
                        Integer.toString((match.group(1).isEmpty() ? 1 : NUMERALS.indexOf(match.group(1)) + 1) * 10
                                + (match.group(2).isEmpty() ? 0 : NUMERALS.indexOf(match.group(2)) + 1)));
    }
}
