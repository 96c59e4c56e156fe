package tsunagu.company;

/** Where a wish for another name stands. */
public enum NameChangeState {
    WAITING,
    ACCEPTED,
    REFUSED,
    TAKEN_BACK
}
