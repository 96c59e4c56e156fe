package tsunagu.search;

/**
 * An entry in memory: numbers, and the few strings that lists are sorted or addressed by.
 *
 * @param opens epoch milliseconds
 * @param closes epoch milliseconds, the first that is not open any more; Long.MAX_VALUE when there is no end
 * @param changed number of the transaction that wrote it
 */
record MirrorEntry(
        int no,
        Kind kind,
        long recordId,
        String code,
        String[] facets,
        long opens,
        long closes,
        long fresh,
        long begins,
        int wage,
        int daysOff,
        String name,
        Long[] links,
        boolean removed,
        long changed) {

    /** The predicate of {@link tsunagu.shared.OpenWindow}. */
    boolean openAt(long now) {
        return now >= opens && now < closes;
    }
}
