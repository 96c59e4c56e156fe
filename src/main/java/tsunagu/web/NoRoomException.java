package tsunagu.web;

/** The server has no room for one more session: answered with 503, in words, and when to try again. */
public class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
