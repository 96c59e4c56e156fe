package tsunagu.shared;

/**
 * Where a table that is too long for a form waits while it is looked at, and what begins the work on it. What is kept belongs to the account
 * that handed it over, and is forgotten after a day.
 */
public interface KeptInput {

    /** @return the word by which it is found again, for its own account only */
    String keep(String input);

    /** @throws DomainException when it is no longer there, or is somebody else's */
    String kept(String code);

    /**
     * Begins a {@link LongWork} on it.
     *
     * @param code of what was kept
     * @param about what it is done to, or ""
     * @throws ConflictException when it was begun before
     */
    void begin(String code, String kind, String about);
}
