package tsunagu.shared;

/** Whoever is signed in is to show first that it is still them ({@link UseCase#fresh}). */
public class ProofNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
