package tsunagu.shared;

/** Somebody else changed the record between reading and writing; nothing was written. */
public class ConflictException extends DomainException {

    public ConflictException() {
        super("web.error.conflict");
    }
}
