package tsunagu.seeker;

/** What the portal lets happen between a person and companies. */
public enum Standing {
    /** He has not said how old he is: he is asked where it matters. */
    UNKNOWN,
    /** Under 18 or at school up to high school: no application, no scout, no words from companies; events, visits and companies are open. */
    PROTECTED,
    ADULT
}
