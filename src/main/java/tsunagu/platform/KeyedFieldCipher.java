package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tsunagu.shared.FieldCipher;

/** With the {@link FieldKeys} of the file that TSUNAGU_FIELD_KEY names, read once. */
@ApplicationScoped
class KeyedFieldCipher implements FieldCipher {

    private volatile FieldKeys keys;

    /** Why there are none although a file was named; null: nothing is wrong with it. */
    private String trouble;

    FieldKeys keys() {
        FieldKeys read = keys;
        return read == null ? read() : read;
    }

    String trouble() {
        keys();
        return trouble;
    }

    private synchronized FieldKeys read() {
        String file = System.getenv("TSUNAGU_FIELD_KEY");
        if (keys == null) {
            FieldKeys read = FieldKeys.none();
            if (file != null && !file.isBlank()) {
                try {
                    read = FieldKeys.read(Path.of(file));
                } catch (IOException e) {
                    trouble = e.toString();
                }
            }
            keys = read;
        }
        return keys;
    }

    @Override
    public boolean ready() {
        return !keys().isEmpty();
    }

    @Override
    public byte[] seal(String purpose, byte[] plain) {
        return keys().seal(purpose, plain);
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        return keys().open(purpose, sealed);
    }

    @Override
    public List<String> marks(String purpose, byte[] plain) {
        return keys().marks(purpose, plain);
    }

    @Override
    public String sealingKey() {
        return keys().first();
    }
}
