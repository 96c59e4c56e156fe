package tsunagu.shared;

/**
 * Words that somebody has to write for what they do: a reason, a comment, a note. One rule for all of them: not blank, and no more than so
 * many characters, counted as the database counts them (a character outside of the basic plane is one). A form that comes without the
 * field is a form without words, and is answered with the same sentence.
 */
public final class GivenReason {

    /** Characters of a reason, where its use does not say otherwise. */
    public static final int LONGEST = 500;

    private GivenReason() {}

    /**
     * @param typed null when the form came without the field
     * @param problem key of the sentence; {0} is the number of characters that are allowed
     * @return the words, without the space around them
     * @throws DomainException with that key when there are none, or too many
     */
    public static String of(String typed, String problem) {
        return of(typed, LONGEST, problem);
    }

    /** The same with a limit of its own. */
    public static String of(String typed, int longest, String problem) {
        return of(typed, longest, problem, problem);
    }

    /** The same with a sentence of its own for words that are too long. */
    public static String of(String typed, int longest, String missing, String tooLong) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty()) {
            throw new DomainException(missing, longest);
        }
        if (words.codePointCount(0, words.length()) > longest) {
            throw new DomainException(tooLong, longest);
        }
        return words;
    }
}
