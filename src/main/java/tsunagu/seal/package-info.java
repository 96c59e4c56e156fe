/**
 * 封印: signatures with a key that is not in the database, and the ends of the chains they stand under, for everybody to keep.
 *
 * <p>What a chain is made of its own room knows ({@link tsunagu.seal.Chain}); this room knows none of them.
 */
package tsunagu.seal;
