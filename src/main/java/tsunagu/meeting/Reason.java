package tsunagu.meeting;

/** Why a wish was not fulfilled. */
public enum Reason {
    /** The company meets others, by what it said. */
    CONDITIONS,
    /** Its places went to people it named before, or who drew better lots. */
    FULL,
    /** They have as many meetings as one can have, all of them with companies they wanted more. */
    ENOUGH,
    /** Both would, but no slot is free for both. */
    NO_TIME,
    /** It would have moved a meeting that was published. */
    PINNED
}
