package tsunagu.signon;

/** Nobody was shown. Its message is for the log and names no person. */
public class SignOnException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public SignOnException(Problem problem, String why) {
        super(why);
        this.problem = problem;
    }

    SignOnException(Problem problem, Exception cause) {
        super(cause.toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
