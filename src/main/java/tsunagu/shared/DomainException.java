package tsunagu.shared;

import java.util.List;

/** A rule of the field was broken; becomes a sentence in the user's language through its message key. */
public class DomainException extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    /** @param key message key, "room.error.name"; the text lives in the bundle of that room */
    public DomainException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
