package tsunagu.event;

/**
 * Who shows something at an event, and where.
 *
 * @param registered an entry of the city's register of companies
 */
public record Exhibiting(String name, Exhibit exhibit, boolean registered) {}
