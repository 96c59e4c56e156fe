package tsunagu.web;

/** A request that is answered with a status and a page of its own before anything of it is used. */
final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Failure kind;

    RefusedRequest(Failure kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    Failure kind() {
        return kind;
    }
}
