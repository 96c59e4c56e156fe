package tsunagu.meeting;

/**
 * A wish that did not come true in the latest run.
 *
 * @param company its name; two companies may have the same one
 */
public record Unfulfilled(String company, Reason reason) {}
