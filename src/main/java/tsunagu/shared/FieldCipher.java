package tsunagu.shared;

/**
 * Encrypts what the database must not show to whoever reads it: with a key that is a file of the server. Only what the portal has to read
 * again; what it has only to recognise is kept as a digest.
 */
public interface FieldCipher {

    /** False where the server was given no key: what needs one is not offered. */
    boolean ready();

    /** @param purpose which field of whom: what was encrypted for one opens as no other */
    byte[] seal(String purpose, byte[] plain);

    /** @throws IllegalStateException when the key it was sealed with is not there, it was changed, or it belongs to another purpose */
    byte[] open(String purpose, byte[] sealed);
}
