package tsunagu.shared;

/** The database does not answer, or it is not known whether it does: told as 503, in words, and when to try again. */
public class DatabaseAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
