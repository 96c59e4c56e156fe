package tsunagu.shared;

import java.util.List;

/**
 * An argument of a sentence that is itself one of the portal's words: it is put into the sentence in the language of whoever reads it.
 *
 * @param key of the word, "event.role.PUPIL"
 * @param arguments of a word that is a sentence itself; empty otherwise
 */
public record Worded(String key, List<Object> arguments) {

    public static Worded by(String key, Object... arguments) {
        return new Worded(key, List.of(arguments));
    }
}
