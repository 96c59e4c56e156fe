package tsunagu.demonstration;

import java.util.Map;
import java.util.stream.Collectors;

/** Katakana in Latin letters, for host names. */
final class Romaji {

    private static final String SMALL = "-";

    private final Map<String, String> letters =
            Resources.rows("romaji").collect(Collectors.toMap(row -> row.text("kana"), row -> row.text("latin")));

    String of(String katakana) {
        StringBuilder latin = new StringBuilder();
        katakana.chars()
                .mapToObj(Character::toString)
                .map(kana -> letters.getOrDefault(kana, ""))
                .forEach(part -> append(latin, part));
        return latin.toString();
    }

    /** A small kana takes the place of the vowel before it. */
    private static void append(StringBuilder latin, String part) {
        if (!part.startsWith(SMALL)) {
            latin.append(part);
            return;
        }
        if (!latin.isEmpty()) {
            latin.setLength(latin.length() - 1);
        }
        boolean soft = latin.toString().matches(".*(sh|ch|j)");
        latin.append(soft && part.startsWith("-y") ? part.substring(2) : part.substring(1));
    }
}
