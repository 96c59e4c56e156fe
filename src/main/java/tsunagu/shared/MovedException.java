package tsunagu.shared;

/** What was asked for is somewhere else for good; the address leads on. */
public class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path of the portal, without language */
    public MovedException(String path) {
        super(path);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
