package tsunagu.posting.rules;

/**
 * A row of the table as staff see it.
 *
 * @param mistakable whoever entered it by mistake can still take it back
 */
public record EnteredWage(long id, MinimumWage wage, boolean mistakable) {}
