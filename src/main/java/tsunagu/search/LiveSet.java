package tsunagu.search;

/** A yes-or-no facet that must be asked of the database at every search, because counters move without a change of the record. */
public interface LiveSet {

    Kind kind();

    Facet facet();

    /** A select of one column: the numbers of the records for which the answer is yes. No parameters. */
    String select();
}
