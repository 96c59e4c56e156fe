package tsunagu.shared;

/**
 * How far the demonstration's data are, for whoever waits: told while the portal is not open yet.
 *
 * @param companies entered so far
 * @param of companies there will be
 */
public record DemonstrationLoading(int companies, int of) {}
