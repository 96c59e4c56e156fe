package tsunagu.shared;

/**
 * Something that is sealed with the key of the server, and has to be sealed with the first one after that has changed. Done a batch at a
 * time, each in a transaction of its own, while everything else goes on.
 */
public interface SealedAnew {

    /** @return how many were sealed with another key and are not any more, {@code most} at the most; 0: none is left that nobody else is
     *     at just now */
    int sealAnew(int most);

    /** How many another key has sealed, also where somebody is at the row just now. */
    long left();
}
