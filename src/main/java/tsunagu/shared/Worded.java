package tsunagu.shared;

/**
 * An argument of a sentence that is itself one of the portal's words: it is put into the sentence in the language of whoever reads it.
 *
 * @param key of the word, "event.role.PUPIL"
 */
public record Worded(String key) {

    public static Worded by(String key) {
        return new Worded(key);
    }
}
