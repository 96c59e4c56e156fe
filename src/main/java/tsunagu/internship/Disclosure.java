package tsunagu.internship;

/** The nine things a type 3 internship has to disclose (三省合意). */
public enum Disclosure {
    PURPOSE,
    ARRANGEMENTS,
    WORK,
    ABILITIES,
    FEEDBACK,
    DATA_USE,
    PLAN,
    PAST,
    RECRUITING
}
