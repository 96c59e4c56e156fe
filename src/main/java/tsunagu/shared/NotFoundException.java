package tsunagu.shared;

/** The thing does not exist, or not for this person: both are answered with 404, so that nobody can probe. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String what) {
        super(what);
    }
}
