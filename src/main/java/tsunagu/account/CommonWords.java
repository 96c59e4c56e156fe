package tsunagu.account;

import java.util.List;
import java.util.stream.Stream;
import tsunagu.shared.ReferenceTable;

/**
 * What people think of first for a password. The words from here are written down by us from what Japanese lists of leaked passwords are
 * known for (romaji words, names, places, rows of kana), not taken from one; the passwords are those that every such list begins with.
 */
public final class CommonWords {

    /** Of a password, in code points, so that Japanese words count as typed. */
    public static final int SHORTEST = 15;

    static final List<String> HERE = words("/reference/common-words.csv");

    /**
     * Names, places, greetings, animals, food, games: what Japanese passwords are put together of, in kana and the two ways of writing it in
     * Latin letters. Written down by us, too; {@link PasswordRule} compares with it, the page does not load it.
     */
    static final List<String> JAPANESE = words("/reference/common-japanese.csv");

    /** All of them; the library behind {@link PasswordRule} knows more, and the page less. */
    public static final List<String> KNOWN = Stream.concat(
                    HERE.stream(), words("/reference/common-passwords.csv").stream())
            .filter(each -> each.length() > 2)
            .distinct()
            .toList();

    private CommonWords() {}

    private static List<String> words(String table) {
        return ReferenceTable.read(table).stream().map(row -> row.text("word")).toList();
    }
}
