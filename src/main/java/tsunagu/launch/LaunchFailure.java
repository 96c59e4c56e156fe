package tsunagu.launch;

/** The portal cannot be started; the message is one sentence for the person at the terminal. */
public class LaunchFailure extends RuntimeException {

    public LaunchFailure(String sentence) {
        super(sentence);
    }

    public LaunchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
