package tsunagu.question;

/** What an answer is. */
public enum AnswerKind {
    TEXT,
    /** A whole number, not negative. */
    NUMBER,
    /** One of the options. */
    ONE,
    /** Any of the options. */
    SOME;

    public boolean choice() {
        return this == ONE || this == SOME;
    }
}
