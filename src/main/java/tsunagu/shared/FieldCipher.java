package tsunagu.shared;

import java.util.List;

/**
 * Encrypts what the database must not show to whoever reads it: with a key that is a file of the server. Only what the portal has to read
 * again; what it has only to recognise is kept as a digest, or as a mark: a digest with a key, by which one column is asked for a value
 * without showing it.
 */
public interface FieldCipher {

    /** False where the server was given no key: what needs one is not offered. */
    boolean ready();

    /** @param purpose which field of whom: what was encrypted for one opens as no other */
    byte[] seal(String purpose, byte[] plain);

    /** @throws IllegalStateException when the key it was sealed with is not there, it was changed, or it belongs to another purpose */
    byte[] open(String purpose, byte[] sealed);

    /**
     * The marks of a value: the first is the one that is stored now, the others are those of keys from before, under which rows stand until
     * they are sealed anew.
     *
     * @return HMAC-SHA-256 under a key of each key's own, 64 hexadecimal digits each
     */
    List<String> marks(String purpose, byte[] plain);

    /** The key that seals now, by its name of eight hexadecimal digits: what is sealed begins with it. */
    String sealingKey();
}
