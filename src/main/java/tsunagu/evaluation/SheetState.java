package tsunagu.evaluation;

/** Life cycle of a programme's sheet for a year. */
public enum SheetState {
    /** Staff write. */
    DRAFT,
    /** The manager reads. */
    SUBMITTED,
    /** Frozen; only a re-opening with a reason goes back to DRAFT. */
    APPROVED
}
