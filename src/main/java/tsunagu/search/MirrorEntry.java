package tsunagu.search;

/**
 * An entry in memory: numbers, and the few strings that lists are sorted or addressed by. Its facets are in the bitmaps.
 *
 * @param opens epoch milliseconds
 * @param closes epoch milliseconds, the first that is not open any more; Long.MAX_VALUE when there is no end
 * @param publicSince epoch milliseconds
 * @param spans epoch seconds: begin and end of each time at which it is held, the earliest first
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
        long[] spans,
        int wage,
        int daysOff,
        String name,
        long[] links,
        boolean removed,
        int edition) {

    /** Of the first time that is not over, or else of the last. */
    long begins(long now) {
        for (int i = 0; i < spans.length; i += 2) {
            if (spans[i + 1] > now) {
                return spans[i];
            }
        }
        return spans[spans.length - 2];
    }

    /** The predicate of {@link tsunagu.shared.OpenWindow}. */
    boolean openAt(long now) {
        return now >= opens && now < closes;
    }
}
