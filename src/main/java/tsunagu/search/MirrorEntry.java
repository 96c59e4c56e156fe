package tsunagu.search;

/**
 * An entry in memory: numbers, and the few strings that lists are sorted or addressed by. Its facets are in the bitmaps.
 *
 * @param opens epoch milliseconds
 * @param closes epoch milliseconds, the first that is not open any more; Long.MAX_VALUE when there is no end
 * @param publicSince epoch milliseconds
 * @param edition rises with every change of the entry
 */
record MirrorEntry(
        int no,
        Kind kind,
        long recordId,
        String code,
        long opens,
        long closes,
        long publicSince,
        long begins,
        int wage,
        int daysOff,
        String name,
        long[] links,
        boolean removed,
        int edition) {

    /** The predicate of {@link tsunagu.shared.OpenWindow}. */
    boolean openAt(long now) {
        return now >= opens && now < closes;
    }
}
