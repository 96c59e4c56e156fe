package tsunagu.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The secret by which nodes say who acts, where they are not given one by the database's owner at their start: a file that TSUNAGU_NODE_KEY names, the same for
 * the {@linkplain Migration job} that has the owner's password and for the nodes that do not (decision 0060).
 */
record NodeKey(String secret) {

    private static final int SHORTEST = 32;

    static final String NONE = "TSUNAGU_NODE_KEY names no file with a secret of at least " + SHORTEST
            + " signs that this user may read; docs/operation.md says how one is made";

    /** True where a job prepares the database and this node does not. */
    static boolean isNamed(Map<String, String> environment) {
        return !environment.getOrDefault("TSUNAGU_NODE_KEY", "").isBlank();
    }

    /** @return one with an empty secret when there is none that will do */
    static NodeKey of(Map<String, String> environment) {
        try {
            String read = Files.readString(
                            Path.of(environment.get("TSUNAGU_NODE_KEY").strip()))
                    .strip();
            return new NodeKey(read.length() < SHORTEST ? "" : read);
        } catch (IOException notReadable) {
            return new NodeKey("");
        }
    }

    boolean isEmpty() {
        return secret.isEmpty();
    }

    @Override
    public String toString() {
        return "NodeKey";
    }
}
