package tsunagu.seal;

import java.util.Optional;

/** Records of which each names the hash of the one before, so that the end stands for all of them. */
public interface Chain {

    /** The last record. @param hash SHA-256, 64 hexadecimal digits */
    record End(long no, String hash) {}

    /** "audit" or "official": in what is signed, and in the table of heads. */
    String chain();

    /** Empty while there is no record. */
    Optional<End> end();

    /** The hash of a record as it is now; empty when it is not there. */
    Optional<String> hash(long no);
}
